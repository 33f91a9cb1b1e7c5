import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsBedrockGuardrail = defineAttributeRule({
  id: 'aws-bedrock-guardrail',
  title: 'Agent without a guardrail',
  concern: 'hardening',
  severity: 'low',
  fix: 'Attach a guardrail.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/bedrockagent_agent',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-agent.html',
  ],
  checks: [
    {
      type: 'aws_bedrockagent_agent',
      attribute: 'guardrail_configuration.guardrail_identifier',
      expect: isPresent('g1'),
    },
    {
      type: 'AWS::Bedrock::Agent',
      attribute: 'GuardrailConfiguration.GuardrailIdentifier',
      expect: isPresent('g1'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsSagemakerModelIsolation = defineAttributeRule({
  id: 'aws-sagemaker-model-isolation',
  title: 'Model that reaches the network',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `enable_network_isolation`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_model',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-model.html',
  ],
  checks: [
    { type: 'aws_sagemaker_model', attribute: 'enable_network_isolation', expect: isTrue },
    { type: 'AWS::SageMaker::Model', attribute: 'EnableNetworkIsolation', expect: isTrue },
  ],
});

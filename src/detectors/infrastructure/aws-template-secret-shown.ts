import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, matching, notMatching } from './model/expectation.ts';

export const awsTemplateSecretShown = defineAttributeRule({
  id: 'aws-template-secret-shown',
  title: 'Secret parameter of a template that is shown',
  concern: 'plain-secret',
  severity: 'medium',
  fix: 'Set `NoEcho` to true, or refer to Secrets Manager.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  ],
  checks: [
    {
      type: 'template/parameter',
      attribute: 'NoEcho',
      expect: isTrue,
      when: {
        Name: matching(/(?:password|passwd|secret|token|api_?key)$/, 'DatabasePassword', 'Stage'),
        Type: notMatching(
          /^aws::ssm|^aws::secretsmanager|^number/,
          'String',
          'AWS::SSM::Parameter::Value<String>',
        ),
      },
    },
  ],
});

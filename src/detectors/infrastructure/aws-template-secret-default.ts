import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching, notMatching } from './model/expectation.ts';

export const awsTemplateSecretDefault = defineAttributeRule({
  id: 'aws-template-secret-default',
  title: 'Secret parameter of a template with a default',
  concern: 'plain-secret',
  severity: 'high',
  fix: 'Take the default out.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  ],
  checks: [
    {
      type: 'template/parameter',
      attribute: 'Default',
      expect: notMatching(/^(?!\{\{resolve:)\S{4,}/, '', 'example-value'),
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

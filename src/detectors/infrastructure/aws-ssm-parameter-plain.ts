import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching, noneOf } from './model/expectation.ts';

export const awsSsmParameterPlain = defineAttributeRule({
  id: 'aws-ssm-parameter-plain',
  title: 'Parameter with a secret’s name in plain text',
  concern: 'plain-secret',
  fix: 'Set `type` to SecureString.',
  references: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter'],
  checks: [
    {
      type: 'aws_ssm_parameter',
      attribute: 'type',
      expect: noneOf(['String'], 'SecureString'),
      when: { name: matching(/password|secret|token|api_?key|private_?key/, '/app/password', '/app/stage') },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { atMost } from './model/expectation.ts';

export const awsPasswordAge = defineAttributeRule({
  id: 'aws-password-age',
  title: 'Password policy without a maximum age',
  concern: 'password-policy',
  severity: 'low',
  fix: 'Set `max_password_age` to at most 90.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy',
  ],
  checks: [{ type: 'aws_iam_account_password_policy', attribute: 'max_password_age', expect: atMost(90) }],
});

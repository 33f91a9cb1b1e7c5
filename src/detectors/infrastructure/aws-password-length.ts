import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const awsPasswordLength = defineAttributeRule({
  id: 'aws-password-length',
  title: 'Password policy with short passwords',
  concern: 'password-policy',
  fix: 'Set `minimum_password_length`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy',
  ],
  checks: [
    { type: 'aws_iam_account_password_policy', attribute: 'minimum_password_length', expect: atLeast(14) },
  ],
});

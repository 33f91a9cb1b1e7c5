import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const awsPasswordReuse = defineAttributeRule({
  id: 'aws-password-reuse',
  title: 'Password policy that allows early reuse',
  concern: 'password-policy',
  fix: 'Set `password_reuse_prevention`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy',
  ],
  checks: [
    { type: 'aws_iam_account_password_policy', attribute: 'password_reuse_prevention', expect: atLeast(5) },
  ],
});

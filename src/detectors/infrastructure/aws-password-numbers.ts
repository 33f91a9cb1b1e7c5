import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsPasswordNumbers = defineAttributeRule({
  id: 'aws-password-numbers',
  title: 'Password policy without digits',
  concern: 'password-policy',
  fix: 'Set `require_numbers` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy',
  ],
  checks: [{ type: 'aws_iam_account_password_policy', attribute: 'require_numbers', expect: isTrue }],
});

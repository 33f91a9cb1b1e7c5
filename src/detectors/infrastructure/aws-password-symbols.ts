import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsPasswordSymbols = defineAttributeRule({
  id: 'aws-password-symbols',
  title: 'Password policy without symbols',
  concern: 'password-policy',
  fix: 'Set `require_symbols` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy',
  ],
  checks: [{ type: 'aws_iam_account_password_policy', attribute: 'require_symbols', expect: isTrue }],
});

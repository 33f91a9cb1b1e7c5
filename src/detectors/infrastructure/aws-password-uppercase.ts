import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsPasswordUppercase = defineAttributeRule({
  id: 'aws-password-uppercase',
  title: 'Password policy without upper-case letters',
  concern: 'password-policy',
  fix: 'Set `require_uppercase_characters` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy',
  ],
  checks: [
    { type: 'aws_iam_account_password_policy', attribute: 'require_uppercase_characters', expect: isTrue },
  ],
});

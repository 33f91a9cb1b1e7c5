import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsPasswordLowercase = defineAttributeRule({
  id: 'aws-password-lowercase',
  title: 'Password policy without lower-case letters',
  concern: 'password-policy',
  fix: 'Set `require_lowercase_characters` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy',
  ],
  checks: [
    { type: 'aws_iam_account_password_policy', attribute: 'require_lowercase_characters', expect: isTrue },
  ],
});

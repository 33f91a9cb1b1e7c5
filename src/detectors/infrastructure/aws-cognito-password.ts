import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast, notFalse } from './model/expectation.ts';

export const awsCognitoPassword = defineAttributeRule({
  id: 'aws-cognito-password',
  title: 'User pool with a weak password policy',
  concern: 'password-policy',
  fix: 'Ask for at least 8 characters of several kinds.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html',
  ],
  checks: [
    { type: 'aws_cognito_user_pool', attribute: 'password_policy.minimum_length', expect: ifSetAtLeast(8) },
    { type: 'aws_cognito_user_pool', attribute: 'password_policy.require_lowercase', expect: notFalse },
    { type: 'aws_cognito_user_pool', attribute: 'password_policy.require_uppercase', expect: notFalse },
    { type: 'aws_cognito_user_pool', attribute: 'password_policy.require_numbers', expect: notFalse },
    { type: 'aws_cognito_user_pool', attribute: 'password_policy.require_symbols', expect: notFalse },
    {
      type: 'AWS::Cognito::UserPool',
      attribute: 'Policies.PasswordPolicy.MinimumLength',
      expect: ifSetAtLeast(8),
    },
  ],
});

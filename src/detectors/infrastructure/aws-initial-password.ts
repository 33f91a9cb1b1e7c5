import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsInitialPassword = defineAttributeRule({
  id: 'aws-initial-password',
  title: 'User who need not change the first password',
  concern: 'password-policy',
  severity: 'low',
  fix: 'Set `password_reset_required`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user_login_profile',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-user.html',
  ],
  checks: [
    { type: 'aws_iam_user_login_profile', attribute: 'password_reset_required', expect: isTrue },
    { type: 'AWS::IAM::User', within: 'LoginProfile', attribute: 'PasswordResetRequired', expect: isTrue },
  ],
});

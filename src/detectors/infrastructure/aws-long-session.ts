import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtMost, notMatching } from './model/expectation.ts';

export const awsLongSession = defineAttributeRule({
  id: 'aws-long-session',
  title: 'Session that lasts most of a day',
  concern: 'least-privilege',
  severity: 'info',
  fix: 'Keep sessions short.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssoadmin_permission_set',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sso-permissionset.html',
  ],
  checks: [
    { type: 'aws_iam_role', attribute: 'max_session_duration', expect: ifSetAtMost(28800) },
    { type: 'AWS::IAM::Role', attribute: 'MaxSessionDuration', expect: ifSetAtMost(28800) },
    {
      type: 'aws_ssoadmin_permission_set',
      attribute: 'session_duration',
      expect: notMatching(/^pt(?:9|1[0-2])h/, 'PT1H', 'PT12H'),
    },
    {
      type: 'AWS::SSO::PermissionSet',
      attribute: 'SessionDuration',
      expect: notMatching(/^pt(?:9|1[0-2])h/, 'PT1H', 'PT12H'),
    },
  ],
});

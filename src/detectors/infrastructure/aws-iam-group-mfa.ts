import { defineCompanionRule } from './define-companion-rule.ts';

const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'ec2:DescribeInstances',
      Resource: '*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
    },
  ],
});

export const awsIamGroupMfa = defineCompanionRule({
  id: 'aws-iam-group-mfa',
  title: 'Group whose rights do not ask for a second factor',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Give the group a policy with the condition `aws:MultiFactorAuthPresent`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_group_policy',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
  ],
  checks: [
    {
      type: 'aws_iam_group',
      companion: {
        type: 'aws_iam_group_policy',
        link: 'group',
        attribute: 'policy.Statement.Condition.*.aws:MultiFactorAuthPresent',
      },
      example: { policy },
    },
  ],
});

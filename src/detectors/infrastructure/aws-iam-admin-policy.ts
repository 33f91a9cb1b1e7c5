import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const awsIamAdminPolicy = defineAttributeRule({
  id: 'aws-iam-admin-policy',
  title: 'Administrator policy attached',
  concern: 'least-privilege',
  fix: 'Attach a policy with what is needed.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy_attachment',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_group_policy_attachment',
  ],
  checks: [
    {
      type: 'aws_iam_role_policy_attachment',
      attribute: 'policy_arn',
      expect: notMatching(
        /policy\/(?:administratoraccess|iamfullaccess|poweruseraccess)$/,
        'arn:aws:iam::aws:policy/ReadOnlyAccess',
        'arn:aws:iam::aws:policy/AdministratorAccess',
      ),
    },
    {
      type: 'aws_iam_group_policy_attachment',
      attribute: 'policy_arn',
      expect: notMatching(/policy\/(?:administratoraccess|iamfullaccess|poweruseraccess)$/, 'a', 'b'),
    },
    {
      type: 'aws_iam_user_policy_attachment',
      attribute: 'policy_arn',
      expect: notMatching(/policy\/(?:administratoraccess|iamfullaccess|poweruseraccess)$/, 'a', 'b'),
    },
    {
      type: 'aws_iam_policy_attachment',
      attribute: 'policy_arn',
      expect: notMatching(/policy\/(?:administratoraccess|iamfullaccess|poweruseraccess)$/, 'a', 'b'),
    },
    {
      type: 'aws_iam_role',
      attribute: 'managed_policy_arns',
      expect: notMatching(/policy\/(?:administratoraccess|iamfullaccess|poweruseraccess)$/, 'a', 'b'),
    },
    {
      type: 'AWS::IAM::Role',
      attribute: 'ManagedPolicyArns',
      expect: notMatching(/policy\/(?:administratoraccess|iamfullaccess|poweruseraccess)$/, 'a', 'b'),
    },
    {
      type: 'AWS::IAM::User',
      attribute: 'ManagedPolicyArns',
      expect: notMatching(/policy\/(?:administratoraccess|iamfullaccess|poweruseraccess)$/, 'a', 'b'),
    },
    {
      type: 'AWS::IAM::Group',
      attribute: 'ManagedPolicyArns',
      expect: notMatching(/policy\/(?:administratoraccess|iamfullaccess|poweruseraccess)$/, 'a', 'b'),
    },
    {
      type: 'AWS::Serverless::Function',
      attribute: 'Policies',
      expect: notMatching(
        /^(?:administratoraccess|iamfullaccess|poweruseraccess)$|policy\/administratoraccess$/,
        'a',
        'b',
      ),
    },
  ],
});

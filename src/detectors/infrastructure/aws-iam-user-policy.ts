import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isUnset } from './model/expectation.ts';

export const awsIamUserPolicy = defineAttributeRule({
  id: 'aws-iam-user-policy',
  title: 'Policy attached to a user directly',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Attach policies to groups or roles.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user_policy',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user_policy_attachment',
  ],
  checks: [
    { type: 'aws_iam_user_policy', attribute: 'user', expect: isUnset('alice') },
    { type: 'aws_iam_user_policy_attachment', attribute: 'user', expect: isUnset('alice') },
    { type: 'aws_iam_policy_attachment', attribute: 'users', expect: isAbsent(['alice']) },
    { type: 'AWS::IAM::Policy', attribute: 'Users', expect: isAbsent(['alice']) },
    { type: 'AWS::IAM::User', attribute: 'Policies', expect: isAbsent(['inline']) },
    { type: 'AWS::IAM::User', attribute: 'ManagedPolicyArns', expect: isAbsent(['arn']) },
    { type: 'AWS::IAM::ManagedPolicy', attribute: 'Users', expect: isAbsent(['alice']) },
  ],
});

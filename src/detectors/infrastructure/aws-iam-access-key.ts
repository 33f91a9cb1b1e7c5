import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const awsIamAccessKey = defineAttributeRule({
  id: 'aws-iam-access-key',
  title: 'Long-lived access key made by the configuration',
  concern: 'plain-secret',
  severity: 'medium',
  fix: 'Use a role; keys end up in the state.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_access_key',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-accesskey.html',
  ],
  checks: [
    { type: 'aws_iam_access_key', attribute: 'user', expect: isAbsent('alice') },
    { type: 'AWS::IAM::AccessKey', attribute: 'UserName', expect: isAbsent('alice') },
  ],
});

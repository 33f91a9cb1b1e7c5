import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsSearchCollectionPublic = defineAttributeRule({
  id: 'aws-search-collection-public',
  title: 'Search collection that the internet reaches',
  concern: 'public-exposure',
  severity: 'high',
  fix: 'Set `AllowFromPublic` to false and name VPC endpoints.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearchserverless_security_policy',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchserverless-securitypolicy.html',
  ],
  checks: [
    {
      type: 'aws_opensearchserverless_security_policy',
      attribute: 'policy.AllowFromPublic',
      expect: notTrue,
    },
    {
      type: 'AWS::OpenSearchServerless::SecurityPolicy',
      attribute: 'Policy.AllowFromPublic',
      expect: notTrue,
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsOpensearchVpc = defineAttributeRule({
  id: 'aws-opensearch-vpc',
  title: 'Search domain outside a VPC',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Set `vpc_options`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html',
  ],
  checks: [
    { type: 'aws_opensearch_domain', attribute: 'vpc_options.subnet_ids', expect: isPresent(['subnet-1']) },
    {
      type: 'aws_elasticsearch_domain',
      attribute: 'vpc_options.subnet_ids',
      expect: isPresent(['subnet-1']),
    },
    {
      type: 'AWS::OpenSearchService::Domain',
      attribute: 'VPCOptions.SubnetIds',
      expect: isPresent(['subnet-1']),
    },
    {
      type: 'AWS::Elasticsearch::Domain',
      attribute: 'VPCOptions.SubnetIds',
      expect: isPresent(['subnet-1']),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsOpensearchHttps = defineAttributeRule({
  id: 'aws-opensearch-https',
  title: 'Search domain without required HTTPS',
  concern: 'encryption-in-transit',
  fix: 'Set `domain_endpoint_options.enforce_https` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain',
  ],
  checks: [
    { type: 'aws_opensearch_domain', attribute: 'domain_endpoint_options.enforce_https', expect: isTrue },
    { type: 'aws_elasticsearch_domain', attribute: 'domain_endpoint_options.enforce_https', expect: isTrue },
    {
      type: 'AWS::OpenSearchService::Domain',
      attribute: 'DomainEndpointOptions.EnforceHTTPS',
      expect: isTrue,
    },
    { type: 'AWS::Elasticsearch::Domain', attribute: 'DomainEndpointOptions.EnforceHTTPS', expect: isTrue },
  ],
});

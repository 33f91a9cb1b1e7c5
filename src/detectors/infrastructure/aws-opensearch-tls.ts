import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsOpensearchTls = defineAttributeRule({
  id: 'aws-opensearch-tls',
  title: 'Search domain with an old TLS policy',
  concern: 'weak-tls',
  severity: 'high',
  fix: 'Set `tls_security_policy` to Policy-Min-TLS-1-2-PFS-2023-10.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain',
  ],
  checks: [
    {
      type: 'aws_opensearch_domain',
      attribute: 'domain_endpoint_options.tls_security_policy',
      expect: oneOf(
        ['Policy-Min-TLS-1-2-PFS-2023-10', 'Policy-Min-TLS-1-2-2019-07'],
        'Policy-Min-TLS-1-0-2019-07',
      ),
    },
    {
      type: 'aws_elasticsearch_domain',
      attribute: 'domain_endpoint_options.tls_security_policy',
      expect: oneOf(
        ['Policy-Min-TLS-1-2-PFS-2023-10', 'Policy-Min-TLS-1-2-2019-07'],
        'Policy-Min-TLS-1-0-2019-07',
      ),
    },
    {
      type: 'AWS::OpenSearchService::Domain',
      attribute: 'DomainEndpointOptions.TLSSecurityPolicy',
      expect: oneOf(
        ['Policy-Min-TLS-1-2-PFS-2023-10', 'Policy-Min-TLS-1-2-2019-07'],
        'Policy-Min-TLS-1-0-2019-07',
      ),
    },
    {
      type: 'AWS::Elasticsearch::Domain',
      attribute: 'DomainEndpointOptions.TLSSecurityPolicy',
      expect: oneOf(
        ['Policy-Min-TLS-1-2-PFS-2023-10', 'Policy-Min-TLS-1-2-2019-07'],
        'Policy-Min-TLS-1-0-2019-07',
      ),
    },
  ],
});

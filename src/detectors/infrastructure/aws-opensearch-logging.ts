import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, isTrue, notFalse } from './model/expectation.ts';

export const awsOpensearchLogging = defineAttributeRule({
  id: 'aws-opensearch-logging',
  title: 'Search domain without audit logs',
  concern: 'logging',
  fix: 'Publish AUDIT_LOGS with `log_publishing_options`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain',
  ],
  checks: [
    {
      type: 'aws_opensearch_domain',
      attribute: 'log_publishing_options.log_type',
      expect: contains(/^audit_logs$/, 'AUDIT_LOGS', 'INDEX_SLOW_LOGS'),
    },
    {
      type: 'aws_elasticsearch_domain',
      attribute: 'log_publishing_options.log_type',
      expect: contains(/^audit_logs$/, 'AUDIT_LOGS', 'INDEX_SLOW_LOGS'),
    },
    { type: 'aws_opensearch_domain', attribute: 'log_publishing_options.enabled', expect: notFalse },
    { type: 'aws_elasticsearch_domain', attribute: 'log_publishing_options.enabled', expect: notFalse },
    {
      type: 'AWS::OpenSearchService::Domain',
      attribute: 'LogPublishingOptions.AUDIT_LOGS.Enabled',
      expect: isTrue,
    },
    {
      type: 'AWS::Elasticsearch::Domain',
      attribute: 'LogPublishingOptions.AUDIT_LOGS.Enabled',
      expect: isTrue,
    },
  ],
});

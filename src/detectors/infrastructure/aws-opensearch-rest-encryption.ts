import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsOpensearchRestEncryption = defineAttributeRule({
  id: 'aws-opensearch-rest-encryption',
  title: 'Search domain without encryption at rest',
  concern: 'encryption-at-rest',
  fix: 'Enable `encrypt_at_rest`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain',
  ],
  checks: [
    { type: 'aws_opensearch_domain', attribute: 'encrypt_at_rest.enabled', expect: isTrue },
    { type: 'aws_elasticsearch_domain', attribute: 'encrypt_at_rest.enabled', expect: isTrue },
    { type: 'AWS::OpenSearchService::Domain', attribute: 'EncryptionAtRestOptions.Enabled', expect: isTrue },
    { type: 'AWS::Elasticsearch::Domain', attribute: 'EncryptionAtRestOptions.Enabled', expect: isTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsOpensearchNodeEncryption = defineAttributeRule({
  id: 'aws-opensearch-node-encryption',
  title: 'Search domain without encryption between nodes',
  concern: 'encryption-in-transit',
  fix: 'Enable `node_to_node_encryption`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticsearch_domain',
  ],
  checks: [
    { type: 'aws_opensearch_domain', attribute: 'node_to_node_encryption.enabled', expect: isTrue },
    { type: 'aws_elasticsearch_domain', attribute: 'node_to_node_encryption.enabled', expect: isTrue },
    {
      type: 'AWS::OpenSearchService::Domain',
      attribute: 'NodeToNodeEncryptionOptions.Enabled',
      expect: isTrue,
    },
    { type: 'AWS::Elasticsearch::Domain', attribute: 'NodeToNodeEncryptionOptions.Enabled', expect: isTrue },
  ],
});

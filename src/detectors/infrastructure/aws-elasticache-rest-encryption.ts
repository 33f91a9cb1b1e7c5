import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsElasticacheRestEncryption = defineAttributeRule({
  id: 'aws-elasticache-rest-encryption',
  title: 'ElastiCache group without encryption at rest',
  concern: 'encryption-at-rest',
  fix: 'Set `at_rest_encryption_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
  ],
  checks: [
    { type: 'aws_elasticache_replication_group', attribute: 'at_rest_encryption_enabled', expect: isTrue },
    { type: 'AWS::ElastiCache::ReplicationGroup', attribute: 'AtRestEncryptionEnabled', expect: isTrue },
  ],
});

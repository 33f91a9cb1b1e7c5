import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast, ifSetOneOf, noneOf } from './model/expectation.ts';

export const awsElasticacheBackup = defineAttributeRule({
  id: 'aws-elasticache-backup',
  title: 'ElastiCache cluster without snapshots',
  concern: 'backup',
  fix: 'Set `snapshot_retention_limit` to at least 1.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_cluster',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group',
  ],
  checks: [
    {
      type: 'aws_elasticache_cluster',
      attribute: 'snapshot_retention_limit',
      expect: atLeast(1),
      when: {
        engine: ifSetOneOf(['redis', 'valkey'], 'memcached'),
        node_type: noneOf(['cache.t1.micro'], 'cache.m4.large'),
      },
    },
    { type: 'aws_elasticache_replication_group', attribute: 'snapshot_retention_limit', expect: atLeast(1) },
    {
      type: 'AWS::ElastiCache::CacheCluster',
      attribute: 'SnapshotRetentionLimit',
      expect: atLeast(1),
      when: {
        Engine: ifSetOneOf(['redis', 'valkey'], 'memcached'),
        CacheNodeType: noneOf(['cache.t1.micro'], 'cache.m4.large'),
      },
    },
    { type: 'AWS::ElastiCache::ReplicationGroup', attribute: 'SnapshotRetentionLimit', expect: atLeast(1) },
  ],
});

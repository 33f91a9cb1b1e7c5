import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsElasticacheTransitEncryption = defineAttributeRule({
  id: 'aws-elasticache-transit-encryption',
  title: 'ElastiCache group without encryption in transit',
  concern: 'encryption-in-transit',
  fix: 'Set `transit_encryption_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
  ],
  checks: [
    { type: 'aws_elasticache_replication_group', attribute: 'transit_encryption_enabled', expect: isTrue },
    { type: 'AWS::ElastiCache::ReplicationGroup', attribute: 'TransitEncryptionEnabled', expect: isTrue },
  ],
});

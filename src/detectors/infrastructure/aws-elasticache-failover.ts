import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsElasticacheFailover = defineAttributeRule({
  id: 'aws-elasticache-failover',
  title: 'Cache that does not fail over',
  concern: 'availability',
  fix: 'Set `automatic_failover_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
  ],
  checks: [
    { type: 'aws_elasticache_replication_group', attribute: 'automatic_failover_enabled', expect: isTrue },
    { type: 'AWS::ElastiCache::ReplicationGroup', attribute: 'AutomaticFailoverEnabled', expect: isTrue },
  ],
});

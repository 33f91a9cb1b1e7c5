import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const awsServiceMinorUpgrades = defineAttributeRule({
  id: 'aws-service-minor-upgrades',
  title: 'Managed service that does not take minor versions',
  concern: 'maintenance',
  fix: 'Let minor versions be installed.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group',
  ],
  checks: [
    { type: 'aws_mq_broker', attribute: 'auto_minor_version_upgrade', expect: isTrue },
    { type: 'aws_dms_replication_instance', attribute: 'auto_minor_version_upgrade', expect: isTrue },
    { type: 'aws_elasticache_replication_group', attribute: 'auto_minor_version_upgrade', expect: notFalse },
    { type: 'aws_memorydb_cluster', attribute: 'auto_minor_version_upgrade', expect: notFalse },
    { type: 'aws_redshift_cluster', attribute: 'allow_version_upgrade', expect: notFalse },
    { type: 'AWS::AmazonMQ::Broker', attribute: 'AutoMinorVersionUpgrade', expect: notFalse },
    { type: 'AWS::DMS::ReplicationInstance', attribute: 'AutoMinorVersionUpgrade', expect: notFalse },
    { type: 'AWS::Redshift::Cluster', attribute: 'AllowVersionUpgrade', expect: notFalse },
  ],
});

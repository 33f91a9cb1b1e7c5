import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const awsRdsMinorUpgrades = defineAttributeRule({
  id: 'aws-rds-minor-upgrades',
  title: 'RDS instance without automatic minor upgrades',
  concern: 'maintenance',
  fix: 'Set `auto_minor_version_upgrade` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance',
  ],
  checks: [
    { type: 'aws_db_instance', attribute: 'auto_minor_version_upgrade', expect: notFalse },
    { type: 'aws_rds_cluster_instance', attribute: 'auto_minor_version_upgrade', expect: notFalse },
    { type: 'AWS::RDS::DBInstance', attribute: 'AutoMinorVersionUpgrade', expect: notFalse },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast, isAbsent } from './model/expectation.ts';

export const awsRdsBackupRetention = defineAttributeRule({
  id: 'aws-rds-backup-retention',
  title: 'RDS database with short backup retention',
  concern: 'backup',
  fix: 'Set `backup_retention_period` to at least 2 days, better 7 or more.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster',
  ],
  checks: [
    {
      type: 'aws_db_instance',
      attribute: 'backup_retention_period',
      expect: atLeast(2),
      when: { replicate_source_db: isAbsent() },
    },
    {
      type: 'aws_rds_cluster',
      attribute: 'backup_retention_period',
      expect: atLeast(2),
      when: { replication_source_identifier: isAbsent() },
    },
    {
      type: 'AWS::RDS::DBInstance',
      attribute: 'BackupRetentionPeriod',
      expect: atLeast(2),
      when: { SourceDBInstanceIdentifier: isAbsent() },
    },
    { type: 'AWS::RDS::DBCluster', attribute: 'BackupRetentionPeriod', expect: atLeast(2) },
  ],
});

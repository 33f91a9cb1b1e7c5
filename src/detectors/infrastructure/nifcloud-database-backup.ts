import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const nifcloudDatabaseBackup = defineAttributeRule({
  id: 'nifcloud-database-backup',
  title: 'NIFCLOUD database with short backup retention',
  concern: 'backup',
  fix: 'Set `backup_retention_period` to at least 2.',
  references: ['https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/db_instance'],
  checks: [{ type: 'nifcloud_db_instance', attribute: 'backup_retention_period', expect: atLeast(2) }],
});

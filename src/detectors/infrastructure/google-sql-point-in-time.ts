import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleSqlPointInTime = defineAttributeRule({
  id: 'google-sql-point-in-time',
  title: 'SQL instance that can only be set back to last night',
  concern: 'backup',
  severity: 'info',
  fix: 'Set `point_in_time_recovery_enabled` (for MySQL, `binary_log_enabled`).',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.backup_configuration.point_in_time_recovery_enabled',
      expect: notFalse,
    },
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.backup_configuration.binary_log_enabled',
      expect: notFalse,
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isTrue } from './model/expectation.ts';

export const googleSqlBackup = defineAttributeRule({
  id: 'google-sql-backup',
  title: 'SQL instance without backups',
  concern: 'backup',
  fix: 'Enable `backup_configuration`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.backup_configuration.enabled',
      expect: isTrue,
      when: { master_instance_name: isAbsent() },
    },
  ],
});

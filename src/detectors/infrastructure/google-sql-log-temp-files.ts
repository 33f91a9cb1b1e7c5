import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, matching, oneOf } from './model/expectation.ts';

export const googleSqlLogTempFiles = defineAttributeRule({
  id: 'google-sql-log-temp-files',
  title: 'PostgreSQL instance that does not log temporary files',
  concern: 'logging',
  severity: 'low',
  fix: 'Set the database flag log_temp_files to 0.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: oneOf(['0'], '-1'),
      when: { name: oneOf(['log_temp_files'], 'x') },
    },
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.database_flags.name',
      expect: contains(/^log_temp_files$/, ['log_temp_files'], ['other']),
      when: { database_version: matching(/^postgres/, 'POSTGRES_15', 'X') },
    },
  ],
});

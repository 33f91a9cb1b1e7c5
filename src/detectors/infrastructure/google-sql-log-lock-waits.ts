import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, matching, oneOf } from './model/expectation.ts';

export const googleSqlLogLockWaits = defineAttributeRule({
  id: 'google-sql-log-lock-waits',
  title: 'PostgreSQL instance that does not log lock waits',
  concern: 'logging',
  severity: 'low',
  fix: 'Set the database flag log_lock_waits to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: oneOf(['on'], 'off'),
      when: { name: oneOf(['log_lock_waits'], 'x') },
    },
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.database_flags.name',
      expect: contains(/^log_lock_waits$/, ['log_lock_waits'], ['other']),
      when: { database_version: matching(/^postgres/, 'POSTGRES_15', 'X') },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, matching, oneOf } from './model/expectation.ts';

export const googleSqlLogDisconnections = defineAttributeRule({
  id: 'google-sql-log-disconnections',
  title: 'PostgreSQL instance that does not log disconnections',
  concern: 'logging',
  severity: 'low',
  fix: 'Set the database flag log_disconnections to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: oneOf(['on'], 'off'),
      when: { name: oneOf(['log_disconnections'], 'x') },
    },
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.database_flags.name',
      expect: contains(/^log_disconnections$/, ['log_disconnections'], ['other']),
      when: { database_version: matching(/^postgres/, 'POSTGRES_15', 'X') },
    },
  ],
});

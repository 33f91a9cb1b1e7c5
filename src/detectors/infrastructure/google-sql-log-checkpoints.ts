import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, matching, oneOf } from './model/expectation.ts';

export const googleSqlLogCheckpoints = defineAttributeRule({
  id: 'google-sql-log-checkpoints',
  title: 'PostgreSQL instance that does not log checkpoints',
  concern: 'logging',
  severity: 'low',
  fix: 'Set the database flag log_checkpoints to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: oneOf(['on'], 'off'),
      when: { name: oneOf(['log_checkpoints'], 'x') },
    },
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.database_flags.name',
      expect: contains(/^log_checkpoints$/, ['log_checkpoints'], ['other']),
      when: { database_version: matching(/^postgres/, 'POSTGRES_15', 'X') },
    },
  ],
});

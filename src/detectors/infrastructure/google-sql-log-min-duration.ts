import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const googleSqlLogMinDuration = defineAttributeRule({
  id: 'google-sql-log-min-duration',
  title: 'PostgreSQL instance that logs statements with their data',
  concern: 'logging',
  severity: 'low',
  fix: 'Set the database flag log_min_duration_statement to -1.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: oneOf(['-1'], '99'),
      when: { name: oneOf(['log_min_duration_statement'], 'x') },
    },
  ],
});

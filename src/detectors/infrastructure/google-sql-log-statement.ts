import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const googleSqlLogStatement = defineAttributeRule({
  id: 'google-sql-log-statement',
  title: 'PostgreSQL that logs no statements',
  concern: 'logging',
  severity: 'low',
  fix: 'Set the flag `log_statement` to ddl.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: noneOf(['none'], 'ddl'),
      when: { name: anyMatching(/^log_statement$/, 'log_statement') },
    },
  ],
});

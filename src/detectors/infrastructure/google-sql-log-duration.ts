import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const googleSqlLogDuration = defineAttributeRule({
  id: 'google-sql-log-duration',
  title: 'PostgreSQL that logs no durations',
  concern: 'logging',
  severity: 'info',
  fix: 'Set the flag `log_duration` to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: anyMatching(/^log_duration$/, 'log_duration') },
    },
  ],
});

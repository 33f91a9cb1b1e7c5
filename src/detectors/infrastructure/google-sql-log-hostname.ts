import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const googleSqlLogHostname = defineAttributeRule({
  id: 'google-sql-log-hostname',
  title: 'PostgreSQL that logs no host names',
  concern: 'logging',
  severity: 'info',
  fix: 'Set the flag `log_hostname` to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: anyMatching(/^log_hostname$/, 'log_hostname') },
    },
  ],
});

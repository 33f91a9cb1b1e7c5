import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, oneOf } from './model/expectation.ts';

export const googleSqlLogMinMessages = defineAttributeRule({
  id: 'google-sql-log-min-messages',
  title: 'PostgreSQL instance that logs no errors',
  concern: 'logging',
  severity: 'low',
  fix: 'Set the database flag log_min_messages to warning.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: noneOf(['panic', 'fatal', 'log'], 'warning'),
      when: { name: oneOf(['log_min_messages'], 'x') },
    },
  ],
});

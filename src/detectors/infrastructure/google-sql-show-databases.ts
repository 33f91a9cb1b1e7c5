import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const googleSqlShowDatabases = defineAttributeRule({
  id: 'google-sql-show-databases',
  title: 'MySQL that shows every database to everybody',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Set the flag `skip_show_database` to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: anyMatching(/^skip_show_database$/, 'skip_show_database') },
    },
  ],
});

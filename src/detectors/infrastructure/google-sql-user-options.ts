import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const googleSqlUserOptions = defineAttributeRule({
  id: 'google-sql-user-options',
  title: 'SQL Server with options for all users',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set the flag `user options` to off.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: noneOf(['on'], 'off'),
      when: { name: anyMatching(/^user options$/, 'user options') },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, matching, oneOf } from './model/expectation.ts';

export const googleSqlCrossDbChaining = defineAttributeRule({
  id: 'google-sql-cross-db-chaining',
  title: 'SQL Server instance with cross database ownership chaining',
  concern: 'hardening',
  severity: 'medium',
  fix: 'Set the database flag cross db ownership chaining to off.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: oneOf(['off'], 'on'),
      when: { name: oneOf(['cross db ownership chaining'], 'x') },
    },
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.database_flags.name',
      expect: contains(/^cross db ownership chaining$/, ['cross db ownership chaining'], ['other']),
      when: { database_version: matching(/^sqlserver/, 'SQLSERVER_15', 'X') },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, matching, oneOf } from './model/expectation.ts';

export const googleSqlContainedAuthentication = defineAttributeRule({
  id: 'google-sql-contained-authentication',
  title: 'SQL Server instance with contained database authentication',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set the database flag contained database authentication to off.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: oneOf(['off'], 'on'),
      when: { name: oneOf(['contained database authentication'], 'x') },
    },
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.database_flags.name',
      expect: contains(
        /^contained database authentication$/,
        ['contained database authentication'],
        ['other'],
      ),
      when: { database_version: matching(/^sqlserver/, 'SQLSERVER_15', 'X') },
    },
  ],
});

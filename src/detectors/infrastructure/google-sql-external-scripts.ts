import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const googleSqlExternalScripts = defineAttributeRule({
  id: 'google-sql-external-scripts',
  title: 'SQL Server that runs scripts of other languages',
  concern: 'hardening',
  severity: 'medium',
  fix: 'Set the flag `external scripts enabled` to off.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: noneOf(['on'], 'off'),
      when: { name: anyMatching(/^external scripts enabled$/, 'external scripts enabled') },
    },
  ],
});

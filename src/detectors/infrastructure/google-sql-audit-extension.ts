import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const googleSqlAuditExtension = defineAttributeRule({
  id: 'google-sql-audit-extension',
  title: 'PostgreSQL whose audit extension is off',
  concern: 'logging',
  severity: 'medium',
  fix: 'Set the flag `cloudsql.enable_pgaudit` to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: anyMatching(/^cloudsql.enable_pgaudit$/, 'cloudsql.enable_pgaudit') },
    },
  ],
});

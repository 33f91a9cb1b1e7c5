import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const googleSqlRemoteAccess = defineAttributeRule({
  id: 'google-sql-remote-access',
  title: 'SQL Server that runs procedures of other servers',
  concern: 'hardening',
  severity: 'medium',
  fix: 'Set the flag `remote access` to off.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: noneOf(['on'], 'off'),
      when: { name: anyMatching(/^remote access$/, 'remote access') },
    },
  ],
});

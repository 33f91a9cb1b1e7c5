import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const googleSqlTraceFlag = defineAttributeRule({
  id: 'google-sql-trace-flag',
  title: 'SQL Server without the trace flag that hides login details',
  concern: 'logging',
  severity: 'low',
  fix: 'Set the flag `3625` to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.database_flags',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: anyMatching(/^3625$/, '3625') },
    },
  ],
});

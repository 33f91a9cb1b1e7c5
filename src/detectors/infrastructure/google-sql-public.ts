import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const googleSqlPublic = defineAttributeRule({
  id: 'google-sql-public',
  title: 'SQL instance with a public address',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `ipv4_enabled` to false and a private network.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.ip_configuration.ipv4_enabled',
      expect: isFalse,
    },
  ],
});

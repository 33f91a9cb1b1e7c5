import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleSqlDeletionProtection = defineAttributeRule({
  id: 'google-sql-deletion-protection',
  title: 'SQL instance without deletion protection',
  concern: 'backup',
  severity: 'low',
  fix: 'Set `deletion_protection` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [{ type: 'google_sql_database_instance', attribute: 'deletion_protection', expect: notFalse }],
});

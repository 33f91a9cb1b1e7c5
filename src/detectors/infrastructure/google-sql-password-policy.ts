import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleSqlPasswordPolicy = defineAttributeRule({
  id: 'google-sql-password-policy',
  title: 'Database without a password policy',
  concern: 'password-policy',
  severity: 'low',
  fix: 'Set `enable_password_policy`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      within: 'settings.password_validation_policy',
      attribute: 'enable_password_policy',
      expect: notFalse,
    },
  ],
});

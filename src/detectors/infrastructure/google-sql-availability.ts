import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const googleSqlAvailability = defineAttributeRule({
  id: 'google-sql-availability',
  title: 'SQL instance in one zone',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `availability_type` to REGIONAL.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.availability_type',
      expect: oneOf(['REGIONAL'], 'ZONAL'),
    },
  ],
});

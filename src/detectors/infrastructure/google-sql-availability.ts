import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse, oneOf } from './model/expectation.ts';

export const googleSqlAvailability = defineAttributeRule({
  id: 'google-sql-availability',
  title: 'SQL instance in one zone, or without recovery to a point in time',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `availability_type` to REGIONAL and switch point-in-time recovery on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.availability_type',
      expect: oneOf(['REGIONAL'], 'ZONAL'),
    },
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.backup_configuration.point_in_time_recovery_enabled',
      expect: notFalse,
    },
  ],
});

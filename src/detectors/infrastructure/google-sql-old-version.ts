import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const googleSqlOldVersion = defineAttributeRule({
  id: 'google-sql-old-version',
  title: 'SQL instance on a version that gets no more fixes',
  concern: 'maintenance',
  severity: 'medium',
  fix: 'Use a supported major version.',
  references: ['https://cloud.google.com/sql/docs/db-versions'],
  checks: [
    {
      type: 'google_sql_database_instance',
      attribute: 'database_version',
      expect: notMatching(
        /^(?:postgres_(?:9_\d|1[0-2])|mysql_5_[0-7]|sqlserver_201[0-6]_\w+)$/,
        'POSTGRES_17',
        'POSTGRES_9_6',
      ),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleSqlUserHost = defineAttributeRule({
  id: 'google-sql-user-host',
  title: 'SQL user who may come from anywhere',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Name the host.',
  references: ['https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_user'],
  checks: [{ type: 'google_sql_user', attribute: 'host', expect: noneOf(['%'], '10.0.0.1') }],
});

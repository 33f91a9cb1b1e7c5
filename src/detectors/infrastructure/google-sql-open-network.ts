import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld } from './model/expectation.ts';

export const googleSqlOpenNetwork = defineAttributeRule({
  id: 'google-sql-open-network',
  title: 'SQL instance open to every network',
  concern: 'open-network',
  severity: 'critical',
  fix: 'Name the networks in `authorized_networks`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.ip_configuration.authorized_networks.value',
      expect: notWorld,
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast } from './model/expectation.ts';

export const azureDatabaseAuditRetention = defineAttributeRule({
  id: 'azure-database-audit-retention',
  title: 'Database audit kept for less than 90 days',
  concern: 'logging',
  fix: 'Set `retention_in_days` to at least 90.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database_extended_auditing_policy',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_extended_auditing_policy',
  ],
  checks: [
    {
      type: 'azurerm_mssql_database_extended_auditing_policy',
      attribute: 'retention_in_days',
      expect: ifSetAtLeast(90),
    },
    {
      type: 'azurerm_mssql_server_extended_auditing_policy',
      attribute: 'retention_in_days',
      expect: ifSetAtLeast(90),
    },
    {
      type: 'azurerm_sql_server',
      attribute: 'extended_auditing_policy.retention_in_days',
      expect: ifSetAtLeast(90),
    },
  ],
});

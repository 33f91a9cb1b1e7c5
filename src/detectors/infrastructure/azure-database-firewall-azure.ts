import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureDatabaseFirewallAzure = defineAttributeRule({
  id: 'azure-database-firewall-azure',
  title: 'Database open to every customer of Azure',
  concern: 'open-network',
  severity: 'medium',
  fix: 'Use private endpoints or named addresses.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/sql_firewall_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_firewall_rule',
  ],
  checks: [
    {
      type: 'azurerm_sql_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.8'),
    },
    {
      type: 'azurerm_mssql_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.8'),
    },
    {
      type: 'azurerm_postgresql_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.8'),
    },
    {
      type: 'azurerm_mysql_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.8'),
    },
    {
      type: 'azurerm_mariadb_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.8'),
    },
    {
      type: 'azurerm_postgresql_flexible_server_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.8'),
    },
    {
      type: 'azurerm_mysql_flexible_server_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.8'),
    },
  ],
});

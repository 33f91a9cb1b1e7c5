import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureDatabaseFirewallOpen = defineAttributeRule({
  id: 'azure-database-firewall-open',
  title: 'Database firewall open to the internet',
  concern: 'open-network',
  fix: 'Name the addresses that connect.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/sql_firewall_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_firewall_rule',
  ],
  checks: [
    {
      type: 'azurerm_sql_firewall_rule',
      attribute: 'start_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.4'),
      when: { end_ip_address: noneOf(['0.0.0.0'], '10.0.0.8') },
    },
    {
      type: 'azurerm_mssql_firewall_rule',
      attribute: 'start_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.4'),
      when: { end_ip_address: noneOf(['0.0.0.0'], '10.0.0.8') },
    },
    {
      type: 'azurerm_postgresql_firewall_rule',
      attribute: 'start_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.4'),
      when: { end_ip_address: noneOf(['0.0.0.0'], '10.0.0.8') },
    },
    {
      type: 'azurerm_mysql_firewall_rule',
      attribute: 'start_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.4'),
      when: { end_ip_address: noneOf(['0.0.0.0'], '10.0.0.8') },
    },
    {
      type: 'azurerm_mariadb_firewall_rule',
      attribute: 'start_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.4'),
      when: { end_ip_address: noneOf(['0.0.0.0'], '10.0.0.8') },
    },
    {
      type: 'azurerm_postgresql_flexible_server_firewall_rule',
      attribute: 'start_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.4'),
      when: { end_ip_address: noneOf(['0.0.0.0'], '10.0.0.8') },
    },
    {
      type: 'azurerm_mysql_flexible_server_firewall_rule',
      attribute: 'start_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.4'),
      when: { end_ip_address: noneOf(['0.0.0.0'], '10.0.0.8') },
    },
    {
      type: 'azurerm_redis_firewall_rule',
      attribute: 'start_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.4'),
      when: { end_ip_address: noneOf(['0.0.0.0'], '10.0.0.8') },
    },
    {
      type: 'azurerm_synapse_firewall_rule',
      attribute: 'start_ip_address',
      expect: noneOf(['0.0.0.0'], '10.0.0.4'),
      when: { end_ip_address: noneOf(['0.0.0.0'], '10.0.0.8') },
    },
    {
      type: 'azurerm_redis_firewall_rule',
      attribute: 'start_ip',
      expect: noneOf(['0.0.0.0'], '10.0.0.4'),
      when: { end_ip: noneOf(['0.0.0.0'], '10.0.0.8') },
    },
    {
      type: 'azurerm_sql_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['255.255.255.255'], '10.0.0.8'),
    },
    {
      type: 'azurerm_mssql_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['255.255.255.255'], '10.0.0.8'),
    },
    {
      type: 'azurerm_postgresql_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['255.255.255.255'], '10.0.0.8'),
    },
    {
      type: 'azurerm_mysql_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['255.255.255.255'], '10.0.0.8'),
    },
    {
      type: 'azurerm_mariadb_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['255.255.255.255'], '10.0.0.8'),
    },
    {
      type: 'azurerm_postgresql_flexible_server_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['255.255.255.255'], '10.0.0.8'),
    },
    {
      type: 'azurerm_mysql_flexible_server_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['255.255.255.255'], '10.0.0.8'),
    },
    {
      type: 'azurerm_synapse_firewall_rule',
      attribute: 'end_ip_address',
      expect: noneOf(['255.255.255.255'], '10.0.0.8'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const azureDatabasePublic = defineAttributeRule({
  id: 'azure-database-public',
  title: 'Database server on the internet',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `public_network_access_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server',
  ],
  checks: [
    { type: 'azurerm_mssql_server', attribute: 'public_network_access_enabled', expect: isFalse },
    { type: 'azurerm_postgresql_server', attribute: 'public_network_access_enabled', expect: isFalse },
    { type: 'azurerm_mysql_server', attribute: 'public_network_access_enabled', expect: isFalse },
    { type: 'azurerm_mariadb_server', attribute: 'public_network_access_enabled', expect: isFalse },
    { type: 'azurerm_sql_server', attribute: 'public_network_access_enabled', expect: isFalse },
    {
      type: 'azurerm_postgresql_flexible_server',
      attribute: 'public_network_access_enabled',
      expect: isFalse,
    },
    { type: 'azurerm_mysql_flexible_server', attribute: 'public_network_access_enabled', expect: isFalse },
    { type: 'azurerm_cosmosdb_account', attribute: 'public_network_access_enabled', expect: isFalse },
    { type: 'azurerm_redis_cache', attribute: 'public_network_access_enabled', expect: isFalse },
  ],
});

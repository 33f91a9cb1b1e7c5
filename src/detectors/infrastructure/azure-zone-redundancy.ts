import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast, noneOf, notFalse } from './model/expectation.ts';

export const azureZoneRedundancy = defineAttributeRule({
  id: 'azure-zone-redundancy',
  title: 'Service that one failed zone stops',
  concern: 'availability',
  severity: 'info',
  fix: 'Make it redundant over zones or regions.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_account',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/eventhub_namespace',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/servicebus_namespace',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database',
  ],
  checks: [
    { type: 'azurerm_cosmosdb_account', attribute: 'automatic_failover_enabled', expect: notFalse },
    { type: 'azurerm_cosmosdb_account', attribute: 'enable_automatic_failover', expect: notFalse },
    { type: 'azurerm_eventhub_namespace', attribute: 'zone_redundant', expect: notFalse },
    { type: 'azurerm_servicebus_namespace', attribute: 'zone_redundant', expect: notFalse },
    { type: 'azurerm_mssql_database', attribute: 'zone_redundant', expect: notFalse },
    { type: 'azurerm_search_service', attribute: 'sku', expect: noneOf(['free'], 'standard') },
    { type: 'azurerm_app_configuration', attribute: 'sku', expect: noneOf(['free'], 'standard') },
    { type: 'azurerm_static_web_app', attribute: 'sku_tier', expect: noneOf(['Free'], 'Standard') },
    { type: 'azurerm_kusto_cluster', attribute: 'sku.capacity', expect: ifSetAtLeast(2) },
    { type: 'azurerm_recovery_services_vault', attribute: 'cross_region_restore_enabled', expect: notFalse },
    {
      type: 'azurerm_storage_account',
      attribute: 'account_replication_type',
      expect: noneOf(['LRS'], 'GRS'),
    },
    { type: 'azurerm_lb', attribute: 'sku', expect: noneOf(['Basic'], 'Standard') },
    { type: 'azurerm_public_ip', attribute: 'sku', expect: noneOf(['Basic'], 'Standard') },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isTrue, notFalse } from './model/expectation.ts';

export const azureServiceCustomerKey = defineAttributeRule({
  id: 'azure-service-customer-key',
  title: 'Service without a key of the customer',
  concern: 'customer-key',
  severity: 'info',
  fix: 'Set a key from Key Vault.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cognitive_account',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_factory',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/databricks_workspace',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/batch_account',
  ],
  checks: [
    {
      type: 'azurerm_cognitive_account',
      attribute: 'customer_managed_key.key_vault_key_id',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
    {
      type: 'azurerm_data_factory',
      attribute: 'customer_managed_key_id',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
    { type: 'azurerm_databricks_workspace', attribute: 'customer_managed_key_enabled', expect: isTrue },
    {
      type: 'azurerm_batch_account',
      attribute: 'encryption.key_vault_key_id',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
    {
      type: 'azurerm_app_configuration',
      attribute: 'encryption.key_vault_key_identifier',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
    {
      type: 'azurerm_sentinel_log_analytics_workspace_onboarding',
      attribute: 'customer_managed_key_enabled',
      expect: notFalse,
    },
    {
      type: 'azurerm_healthcare_service',
      attribute: 'cosmosdb_key_vault_key_versionless_id',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
    {
      type: 'azurerm_mssql_server',
      attribute: 'transparent_data_encryption_key_vault_key_id',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
    {
      type: 'azurerm_postgresql_flexible_server',
      attribute: 'customer_managed_key.key_vault_key_id',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
    {
      type: 'azurerm_mysql_flexible_server',
      attribute: 'customer_managed_key.key_vault_key_id',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
    {
      type: 'azurerm_container_registry',
      attribute: 'encryption.key_vault_key_id',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
    { type: 'azurerm_synapse_workspace', attribute: 'customer_managed_key.key_name', expect: isPresent('k') },
    {
      type: 'azurerm_eventhub_namespace_customer_managed_key',
      attribute: 'infrastructure_encryption_enabled',
      expect: notFalse,
    },
    {
      type: 'azurerm_automation_account',
      attribute: 'encryption.key_vault_key_id',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
    {
      type: 'azurerm_machine_learning_workspace',
      attribute: 'encryption.key_id',
      expect: isPresent('https://v.vault.azure.net/keys/k/1'),
    },
  ],
});

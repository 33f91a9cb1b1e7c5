import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const azureStorageInfrastructureEncryption = defineAttributeRule({
  id: 'azure-storage-infrastructure-encryption',
  title: 'Storage account without infrastructure encryption',
  concern: 'encryption-at-rest',
  severity: 'low',
  fix: 'Set `infrastructure_encryption_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    { type: 'azurerm_storage_account', attribute: 'infrastructure_encryption_enabled', expect: isTrue },
    {
      type: 'azurerm_servicebus_namespace',
      attribute: 'customer_managed_key.infrastructure_encryption_enabled',
      expect: notFalse,
    },
    {
      type: 'azurerm_databricks_workspace',
      attribute: 'infrastructure_encryption_enabled',
      expect: notFalse,
    },
    { type: 'azurerm_kusto_cluster', attribute: 'double_encryption_enabled', expect: notFalse },
  ],
});

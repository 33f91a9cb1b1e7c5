import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const azureStorageHttps = defineAttributeRule({
  id: 'azure-storage-https',
  title: 'Storage account that accepts plain HTTP',
  concern: 'encryption-in-transit',
  fix: 'Set `https_traffic_only_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    { type: 'azurerm_storage_account', attribute: 'https_traffic_only_enabled', expect: notFalse },
    { type: 'azurerm_storage_account', attribute: 'enable_https_traffic_only', expect: notFalse },
  ],
});

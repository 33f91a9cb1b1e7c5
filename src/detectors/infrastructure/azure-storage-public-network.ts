import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const azureStoragePublicNetwork = defineAttributeRule({
  id: 'azure-storage-public-network',
  title: 'Storage account on the internet',
  concern: 'public-exposure',
  severity: 'info',
  fix: 'Set `public_network_access_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [{ type: 'azurerm_storage_account', attribute: 'public_network_access_enabled', expect: isFalse }],
});

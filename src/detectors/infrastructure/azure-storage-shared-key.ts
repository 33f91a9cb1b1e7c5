import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const azureStorageSharedKey = defineAttributeRule({
  id: 'azure-storage-shared-key',
  title: 'Storage account that accepts shared keys',
  concern: 'authentication',
  severity: 'info',
  fix: 'Set `shared_access_key_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [{ type: 'azurerm_storage_account', attribute: 'shared_access_key_enabled', expect: isFalse }],
});

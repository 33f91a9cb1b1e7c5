import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureStorageVersioning = defineAttributeRule({
  id: 'azure-storage-versioning',
  title: 'Storage account that keeps no earlier versions',
  concern: 'backup',
  severity: 'info',
  fix: 'Set `versioning_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    { type: 'azurerm_storage_account', attribute: 'blob_properties.versioning_enabled', expect: isTrue },
  ],
});

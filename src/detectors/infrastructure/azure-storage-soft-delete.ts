import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const azureStorageSoftDelete = defineAttributeRule({
  id: 'azure-storage-soft-delete',
  title: 'Storage account that deletes blobs at once',
  concern: 'backup',
  severity: 'low',
  fix: 'Set `blob_properties.delete_retention_policy.days`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    {
      type: 'azurerm_storage_account',
      attribute: 'blob_properties.delete_retention_policy.days',
      expect: atLeast(7),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureStorageContainerDeletion = defineAttributeRule({
  id: 'azure-storage-container-deletion',
  title: 'Storage account whose deleted containers are gone',
  concern: 'backup',
  severity: 'info',
  fix: 'Set `container_delete_retention_policy`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    {
      type: 'azurerm_storage_account',
      attribute: 'blob_properties.container_delete_retention_policy.days',
      expect: isPresent(7),
    },
  ],
});

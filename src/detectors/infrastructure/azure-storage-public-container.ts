import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const azureStoragePublicContainer = defineAttributeRule({
  id: 'azure-storage-public-container',
  title: 'Storage container open to everybody',
  concern: 'public-exposure',
  fix: 'Set `container_access_type` to private.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_container',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    {
      type: 'azurerm_storage_container',
      attribute: 'container_access_type',
      expect: noneOf(['blob', 'container'], 'private'),
    },
    { type: 'azurerm_storage_account', attribute: 'allow_nested_items_to_be_public', expect: notTrue },
    { type: 'azurerm_storage_account', attribute: 'allow_blob_public_access', expect: notTrue },
  ],
});

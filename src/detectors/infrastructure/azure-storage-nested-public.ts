import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const azureStorageNestedPublic = defineAttributeRule({
  id: 'azure-storage-nested-public',
  title: 'Storage account whose blobs may be made public',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Set `allow_nested_items_to_be_public` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    { type: 'azurerm_storage_account', attribute: 'allow_nested_items_to_be_public', expect: isFalse },
  ],
});

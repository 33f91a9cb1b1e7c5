import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const azureStorageOpenCors = defineAttributeRule({
  id: 'azure-storage-open-cors',
  title: 'Storage that answers scripts of every site',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Name the origins.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    {
      type: 'azurerm_storage_account',
      attribute: 'blob_properties.cors_rule.allowed_origins',
      expect: notMatching(/^\*$/, ['https://app.example.com'], ['*']),
    },
    {
      type: 'azurerm_storage_account',
      attribute: 'queue_properties.cors_rule.allowed_origins',
      expect: notMatching(/^\*$/, ['https://app.example.com'], ['*']),
    },
    {
      type: 'azurerm_storage_account',
      attribute: 'share_properties.cors_rule.allowed_origins',
      expect: notMatching(/^\*$/, ['https://app.example.com'], ['*']),
    },
  ],
});

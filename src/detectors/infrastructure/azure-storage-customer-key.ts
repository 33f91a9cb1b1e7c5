import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureStorageCustomerKey = defineAttributeRule({
  id: 'azure-storage-customer-key',
  title: 'Storage account without a customer key',
  concern: 'customer-key',
  fix: 'Add `customer_managed_key`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    {
      type: 'azurerm_storage_account',
      attribute: 'customer_managed_key.key_vault_key_id',
      expect: isPresent('example-key'),
      elsewhere: [{ type: 'azurerm_storage_account_customer_managed_key', link: 'storage_account_id' }],
    },
  ],
});

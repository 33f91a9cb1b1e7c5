import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureCosmosCustomerKey = defineAttributeRule({
  id: 'azure-cosmos-customer-key',
  title: 'Cosmos account without a customer key',
  concern: 'customer-key',
  fix: 'Set `key_vault_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_account',
  ],
  checks: [{ type: 'azurerm_cosmosdb_account', attribute: 'key_vault_key_id', expect: isPresent('key') }],
});

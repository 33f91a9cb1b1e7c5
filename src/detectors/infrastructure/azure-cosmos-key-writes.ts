import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const azureCosmosKeyWrites = defineAttributeRule({
  id: 'azure-cosmos-key-writes',
  title: 'Cosmos account that keys may reconfigure',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Set `access_key_metadata_writes_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_account',
  ],
  checks: [
    { type: 'azurerm_cosmosdb_account', attribute: 'access_key_metadata_writes_enabled', expect: isFalse },
  ],
});

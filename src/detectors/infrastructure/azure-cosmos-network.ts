import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isTrue, notFalse, notMatching } from './model/expectation.ts';

export const azureCosmosNetwork = defineAttributeRule({
  id: 'azure-cosmos-network',
  title: 'Cosmos account open to every network',
  concern: 'open-network',
  severity: 'medium',
  fix: 'Set `is_virtual_network_filter_enabled` or private access.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/cosmosdb_account',
  ],
  checks: [
    {
      type: 'azurerm_cosmosdb_account',
      attribute: 'is_virtual_network_filter_enabled',
      expect: isTrue,
      when: { public_network_access_enabled: notFalse, ip_range_filter: isAbsent() },
    },
    {
      type: 'azurerm_cosmosdb_account',
      attribute: 'ip_range_filter',
      expect: notMatching(/(?:^|,)0\.0\.0\.0(?:$|,|\/0)/, ['203.0.113.4'], ['0.0.0.0']),
    },
  ],
});

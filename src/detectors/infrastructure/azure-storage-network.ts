import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureStorageNetwork = defineAttributeRule({
  id: 'azure-storage-network',
  title: 'Storage account open to every network',
  concern: 'open-network',
  fix: 'Set `network_rules.default_action` to Deny.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account_network_rules',
  ],
  checks: [
    {
      type: 'azurerm_storage_account',
      attribute: 'network_rules.default_action',
      expect: noneOf(['Allow'], 'Deny'),
    },
    {
      type: 'azurerm_storage_account_network_rules',
      attribute: 'default_action',
      expect: noneOf(['Allow'], 'Deny'),
    },
  ],
});

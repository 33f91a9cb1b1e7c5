import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains } from './model/expectation.ts';

export const azureStorageBypass = defineAttributeRule({
  id: 'azure-storage-bypass',
  title: 'Storage account closed to trusted services',
  concern: 'hardening',
  severity: 'info',
  fix: 'Add AzureServices to `bypass`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account_network_rules',
  ],
  checks: [
    {
      type: 'azurerm_storage_account',
      attribute: 'network_rules.bypass',
      expect: { ...contains(/^azureservices$/, ['AzureServices'], ['Metrics']), required: false },
    },
    {
      type: 'azurerm_storage_account_network_rules',
      attribute: 'bypass',
      expect: { ...contains(/^azureservices$/, ['AzureServices'], ['Metrics']), required: false },
    },
  ],
});

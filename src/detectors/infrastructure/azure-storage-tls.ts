import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf } from './model/expectation.ts';

export const azureStorageTls = defineAttributeRule({
  id: 'azure-storage-tls',
  title: 'Storage account with an old TLS version',
  concern: 'weak-tls',
  fix: 'Set `min_tls_version` to TLS1_2.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    {
      type: 'azurerm_storage_account',
      attribute: 'min_tls_version',
      expect: ifSetOneOf(['TLS1_2', 'TLS1_3'], 'TLS1_0'),
    },
  ],
});

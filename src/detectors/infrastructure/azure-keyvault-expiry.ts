import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureKeyvaultExpiry = defineAttributeRule({
  id: 'azure-keyvault-expiry',
  title: 'Key vault key or secret that never expires',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `expiration_date`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_secret',
  ],
  checks: [
    {
      type: 'azurerm_key_vault_key',
      attribute: 'expiration_date',
      expect: isPresent('2030-01-01T00:00:00Z'),
    },
    {
      type: 'azurerm_key_vault_secret',
      attribute: 'expiration_date',
      expect: isPresent('2030-01-01T00:00:00Z'),
    },
  ],
});

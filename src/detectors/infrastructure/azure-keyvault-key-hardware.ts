import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureKeyvaultKeyHardware = defineAttributeRule({
  id: 'azure-keyvault-key-hardware',
  title: 'Key outside a hardware module, or that is never rotated',
  concern: 'hardening',
  severity: 'info',
  fix: 'Use an HSM key type and a rotation policy.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key',
  ],
  checks: [
    { type: 'azurerm_key_vault_key', attribute: 'key_type', expect: noneOf(['RSA', 'EC'], 'RSA-HSM') },
  ],
});

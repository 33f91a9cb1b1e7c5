import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureKeyvaultKeyRotation = defineAttributeRule({
  id: 'azure-keyvault-key-rotation',
  title: 'Key that is never rotated',
  concern: 'password-policy',
  severity: 'info',
  fix: 'Add a `rotation_policy`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key',
  ],
  checks: [
    { type: 'azurerm_key_vault_key', attribute: 'rotation_policy.expire_after', expect: isPresent('P90D') },
  ],
});

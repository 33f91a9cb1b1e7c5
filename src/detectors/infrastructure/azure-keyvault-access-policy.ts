import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse } from './model/expectation.ts';

export const azureKeyvaultAccessPolicy = defineAttributeRule({
  id: 'azure-keyvault-access-policy',
  title: 'Key vault with access policies instead of roles',
  concern: 'least-privilege',
  severity: 'info',
  fix: 'Set `enable_rbac_authorization`; grant no Purge.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_access_policy',
  ],
  checks: [
    { type: 'azurerm_key_vault', attribute: 'enable_rbac_authorization', expect: notFalse },
    { type: 'azurerm_key_vault', attribute: 'rbac_authorization_enabled', expect: notFalse },
    {
      type: 'azurerm_key_vault_access_policy',
      attribute: 'secret_permissions',
      expect: noneOf(['Purge', 'All'], ['Get']),
    },
    {
      type: 'azurerm_key_vault_access_policy',
      attribute: 'key_permissions',
      expect: noneOf(['Purge', 'All'], ['Get']),
    },
    {
      type: 'azurerm_key_vault_access_policy',
      attribute: 'certificate_permissions',
      expect: noneOf(['Purge', 'All'], ['Get']),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse, oneOf } from './model/expectation.ts';

export const azureKeyvaultNetwork = defineAttributeRule({
  id: 'azure-keyvault-network',
  title: 'Key vault open to every network',
  concern: 'open-network',
  fix: 'Add `network_acls` with default action Deny.',
  references: ['https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault'],
  checks: [
    {
      type: 'azurerm_key_vault',
      attribute: 'network_acls.default_action',
      expect: oneOf(['Deny'], 'Allow'),
      when: { public_network_access_enabled: notFalse },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureKeyvaultPurgeProtection = defineAttributeRule({
  id: 'azure-keyvault-purge-protection',
  title: 'Key vault without purge protection',
  concern: 'backup',
  fix: 'Set `purge_protection_enabled` to true.',
  references: ['https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault'],
  checks: [{ type: 'azurerm_key_vault', attribute: 'purge_protection_enabled', expect: isTrue }],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { atMost, ifSetAtLeast } from './model/expectation.ts';

export const azureKeyvaultRetention = defineAttributeRule({
  id: 'azure-keyvault-retention',
  title: 'Key vault with short or invalid soft delete retention',
  concern: 'backup',
  fix: 'Set `soft_delete_retention_days` between 7 and 90.',
  references: ['https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault'],
  checks: [
    { type: 'azurerm_key_vault', attribute: 'soft_delete_retention_days', expect: ifSetAtLeast(7) },
    {
      type: 'azurerm_key_vault',
      attribute: 'soft_delete_retention_days',
      expect: { ...atMost(90), required: false },
    },
  ],
});

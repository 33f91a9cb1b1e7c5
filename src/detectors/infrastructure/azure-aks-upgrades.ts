import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isPresent, noneOf } from './model/expectation.ts';

export const azureAksUpgrades = defineAttributeRule({
  id: 'azure-aks-upgrades',
  title: 'AKS cluster without automatic upgrades',
  concern: 'maintenance',
  fix: 'Set `automatic_upgrade_channel`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'automatic_upgrade_channel',
      expect: isPresent('stable'),
      when: { automatic_channel_upgrade: isAbsent() },
    },
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'automatic_channel_upgrade',
      expect: noneOf(['none'], 'stable'),
    },
  ],
});

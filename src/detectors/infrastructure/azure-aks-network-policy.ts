import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureAksNetworkPolicy = defineAttributeRule({
  id: 'azure-aks-network-policy',
  title: 'AKS cluster without network policy',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Set `network_profile.network_policy`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'network_profile.network_policy',
      expect: isPresent('calico'),
    },
  ],
});

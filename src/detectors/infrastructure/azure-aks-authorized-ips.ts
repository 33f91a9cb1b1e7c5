import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isPresent, notTrue, notWorld } from './model/expectation.ts';

export const azureAksAuthorizedIps = defineAttributeRule({
  id: 'azure-aks-authorized-ips',
  title: 'AKS control plane open to every network',
  concern: 'open-network',
  fix: 'Set `api_server_access_profile.authorized_ip_ranges` or make the cluster private.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'api_server_access_profile.authorized_ip_ranges',
      expect: isPresent(['203.0.113.0/24']),
      when: { private_cluster_enabled: notTrue, api_server_authorized_ip_ranges: isAbsent() },
    },
    { type: 'azurerm_kubernetes_cluster', attribute: 'api_server_authorized_ip_ranges', expect: notWorld },
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'api_server_access_profile.authorized_ip_ranges',
      expect: notWorld,
    },
    { type: 'azurerm_kubernetes_cluster', attribute: 'api_server_authorized_ip_ranges', expect: notWorld },
  ],
});

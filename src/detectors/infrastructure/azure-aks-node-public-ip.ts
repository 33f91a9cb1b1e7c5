import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const azureAksNodePublicIp = defineAttributeRule({
  id: 'azure-aks-node-public-ip',
  title: 'AKS nodes with public addresses',
  concern: 'public-exposure',
  fix: 'Set it to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster_node_pool',
  ],
  checks: [
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'default_node_pool.node_public_ip_enabled',
      expect: notTrue,
    },
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'default_node_pool.enable_node_public_ip',
      expect: notTrue,
    },
    { type: 'azurerm_kubernetes_cluster_node_pool', attribute: 'node_public_ip_enabled', expect: notTrue },
    { type: 'azurerm_kubernetes_cluster_node_pool', attribute: 'enable_node_public_ip', expect: notTrue },
  ],
});

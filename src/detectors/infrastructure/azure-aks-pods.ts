import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast } from './model/expectation.ts';

export const azureAksPods = defineAttributeRule({
  id: 'azure-aks-pods',
  title: 'Nodes with room for few pods',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `max_pods` to fifty or more.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster_node_pool',
  ],
  checks: [
    { type: 'azurerm_kubernetes_cluster', attribute: 'default_node_pool.max_pods', expect: ifSetAtLeast(50) },
    { type: 'azurerm_kubernetes_cluster_node_pool', attribute: 'max_pods', expect: ifSetAtLeast(50) },
  ],
});

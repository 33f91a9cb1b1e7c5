import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureAksPrivate = defineAttributeRule({
  id: 'azure-aks-private',
  title: 'AKS cluster with a public control plane',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Set `private_cluster_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [{ type: 'azurerm_kubernetes_cluster', attribute: 'private_cluster_enabled', expect: isTrue }],
});

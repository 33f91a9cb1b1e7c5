import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse, notTrue } from './model/expectation.ts';

export const azureAksRbac = defineAttributeRule({
  id: 'azure-aks-rbac',
  title: 'AKS cluster without role-based access control',
  concern: 'authentication',
  fix: 'Set `role_based_access_control_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    { type: 'azurerm_kubernetes_cluster', attribute: 'role_based_access_control_enabled', expect: notFalse },
    { type: 'azurerm_kubernetes_cluster', attribute: 'role_based_access_control.enabled', expect: notFalse },
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'addon_profile.kube_dashboard.enabled',
      expect: notTrue,
    },
  ],
});

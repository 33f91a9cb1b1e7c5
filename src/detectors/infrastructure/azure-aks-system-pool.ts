import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureAksSystemPool = defineAttributeRule({
  id: 'azure-aks-system-pool',
  title: 'Cluster whose system pods share nodes with others',
  concern: 'isolation',
  severity: 'info',
  fix: 'Set `only_critical_addons_enabled` on the default pool.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    {
      type: 'azurerm_kubernetes_cluster',
      within: 'default_node_pool',
      attribute: 'only_critical_addons_enabled',
      expect: isTrue,
    },
  ],
});

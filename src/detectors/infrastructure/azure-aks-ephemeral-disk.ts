import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const azureAksEphemeralDisk = defineAttributeRule({
  id: 'azure-aks-ephemeral-disk',
  title: 'Nodes whose disks outlive them',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `os_disk_type` to Ephemeral.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster_node_pool',
  ],
  checks: [
    {
      type: 'azurerm_kubernetes_cluster',
      within: 'default_node_pool',
      attribute: 'os_disk_type',
      expect: oneOf(['Ephemeral'], 'Managed'),
    },
    {
      type: 'azurerm_kubernetes_cluster_node_pool',
      attribute: 'os_disk_type',
      expect: oneOf(['Ephemeral'], 'Managed'),
    },
  ],
});

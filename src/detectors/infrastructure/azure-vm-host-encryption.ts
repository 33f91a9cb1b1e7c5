import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const azureVmHostEncryption = defineAttributeRule({
  id: 'azure-vm-host-encryption',
  title: 'Virtual machine without encryption at host',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Set `encryption_at_host_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_virtual_machine',
  ],
  checks: [
    { type: 'azurerm_linux_virtual_machine', attribute: 'encryption_at_host_enabled', expect: isTrue },
    { type: 'azurerm_windows_virtual_machine', attribute: 'encryption_at_host_enabled', expect: isTrue },
    {
      type: 'azurerm_linux_virtual_machine_scale_set',
      attribute: 'encryption_at_host_enabled',
      expect: isTrue,
    },
    {
      type: 'azurerm_windows_virtual_machine_scale_set',
      attribute: 'encryption_at_host_enabled',
      expect: isTrue,
    },
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'default_node_pool.host_encryption_enabled',
      expect: notFalse,
    },
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'default_node_pool.enable_host_encryption',
      expect: notFalse,
    },
    { type: 'azurerm_kubernetes_cluster_node_pool', attribute: 'host_encryption_enabled', expect: notFalse },
    { type: 'azurerm_kubernetes_cluster_node_pool', attribute: 'enable_host_encryption', expect: notFalse },
  ],
});

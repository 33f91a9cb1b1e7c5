import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

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
  ],
});

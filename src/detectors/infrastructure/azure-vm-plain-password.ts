import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const azureVmPlainPassword = defineAttributeRule({
  id: 'azure-vm-plain-password',
  title: 'Virtual machine password in plain text',
  concern: 'plain-secret',
  fix: 'Read it from a key vault.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_virtual_machine',
  ],
  checks: [
    {
      type: 'azurerm_linux_virtual_machine',
      attribute: 'admin_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_windows_virtual_machine',
      attribute: 'admin_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_linux_virtual_machine_scale_set',
      attribute: 'admin_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_windows_virtual_machine_scale_set',
      attribute: 'admin_password',
      expect: isAbsent('example-password'),
    },
    {
      type: 'azurerm_virtual_machine',
      attribute: 'os_profile.admin_password',
      expect: isAbsent('example-password'),
    },
  ],
});

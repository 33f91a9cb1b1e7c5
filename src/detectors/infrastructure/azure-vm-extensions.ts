import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const azureVmExtensions = defineAttributeRule({
  id: 'azure-vm-extensions',
  title: 'Virtual machine that allows extensions',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `allow_extension_operations` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_virtual_machine',
  ],
  checks: [
    { type: 'azurerm_linux_virtual_machine', attribute: 'allow_extension_operations', expect: isFalse },
    { type: 'azurerm_windows_virtual_machine', attribute: 'allow_extension_operations', expect: isFalse },
  ],
});

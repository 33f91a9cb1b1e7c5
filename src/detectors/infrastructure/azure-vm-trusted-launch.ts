import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureVmTrustedLaunch = defineAttributeRule({
  id: 'azure-vm-trusted-launch',
  title: 'Virtual machine without trusted launch',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `secure_boot_enabled` and `vtpm_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_virtual_machine',
  ],
  checks: [
    { type: 'azurerm_linux_virtual_machine', attribute: 'secure_boot_enabled', expect: isTrue },
    { type: 'azurerm_linux_virtual_machine', attribute: 'vtpm_enabled', expect: isTrue },
    { type: 'azurerm_windows_virtual_machine', attribute: 'secure_boot_enabled', expect: isTrue },
    { type: 'azurerm_windows_virtual_machine', attribute: 'vtpm_enabled', expect: isTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse } from './model/expectation.ts';

export const azureVmAutomaticUpdates = defineAttributeRule({
  id: 'azure-vm-automatic-updates',
  title: 'Virtual machine without automatic updates',
  concern: 'maintenance',
  fix: 'Set `automatic_updates_enabled` (`enable_automatic_updates`) to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_virtual_machine',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_machine',
  ],
  checks: [
    { type: 'azurerm_windows_virtual_machine', attribute: 'enable_automatic_updates', expect: notFalse },
    { type: 'azurerm_windows_virtual_machine', attribute: 'automatic_updates_enabled', expect: notFalse },
    {
      type: 'azurerm_virtual_machine',
      attribute: 'os_profile_windows_config.enable_automatic_upgrades',
      expect: notFalse,
    },
    {
      type: 'azurerm_linux_virtual_machine',
      attribute: 'patch_mode',
      expect: noneOf(['ImageDefault', 'Manual'], 'AutomaticByPlatform'),
    },
    {
      type: 'azurerm_windows_virtual_machine',
      attribute: 'patch_mode',
      expect: noneOf(['Manual'], 'AutomaticByPlatform'),
    },
    {
      type: 'azurerm_linux_virtual_machine_scale_set',
      attribute: 'automatic_os_upgrade_policy.enable_automatic_os_upgrade',
      expect: notFalse,
    },
    {
      type: 'azurerm_windows_virtual_machine_scale_set',
      attribute: 'automatic_os_upgrade_policy.enable_automatic_os_upgrade',
      expect: notFalse,
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const azureVmPasswordLogin = defineAttributeRule({
  id: 'azure-vm-password-login',
  title: 'Virtual machine with password login',
  concern: 'authentication',
  fix: 'Set `disable_password_authentication` to true and use SSH keys.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine_scale_set',
  ],
  checks: [
    { type: 'azurerm_linux_virtual_machine', attribute: 'disable_password_authentication', expect: notFalse },
    {
      type: 'azurerm_linux_virtual_machine_scale_set',
      attribute: 'disable_password_authentication',
      expect: notFalse,
    },
    {
      type: 'azurerm_virtual_machine',
      attribute: 'os_profile_linux_config.disable_password_authentication',
      expect: notFalse,
    },
    {
      type: 'azurerm_virtual_machine_scale_set',
      attribute: 'os_profile_linux_config.disable_password_authentication',
      expect: notFalse,
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld } from './model/expectation.ts';

export const azureAppOpenAccess = defineAttributeRule({
  id: 'azure-app-open-access',
  title: 'App that names the whole internet among its callers',
  concern: 'open-network',
  severity: 'medium',
  fix: 'Name the addresses, or leave the restriction out.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_function_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_function_app',
  ],
  checks: [
    { type: 'azurerm_linux_web_app', attribute: 'site_config.ip_restriction.ip_address', expect: notWorld },
    { type: 'azurerm_windows_web_app', attribute: 'site_config.ip_restriction.ip_address', expect: notWorld },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'site_config.ip_restriction.ip_address',
      expect: notWorld,
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.ip_restriction.ip_address',
      expect: notWorld,
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const azureAppVnetRoute = defineAttributeRule({
  id: 'azure-app-vnet-route',
  title: 'App whose outgoing traffic avoids the virtual network',
  concern: 'open-egress',
  severity: 'info',
  fix: 'Set `vnet_route_all_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_function_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_function_app',
  ],
  checks: [
    { type: 'azurerm_linux_web_app', attribute: 'site_config.vnet_route_all_enabled', expect: notFalse },
    { type: 'azurerm_windows_web_app', attribute: 'site_config.vnet_route_all_enabled', expect: notFalse },
    { type: 'azurerm_linux_function_app', attribute: 'site_config.vnet_route_all_enabled', expect: notFalse },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.vnet_route_all_enabled',
      expect: notFalse,
    },
  ],
});

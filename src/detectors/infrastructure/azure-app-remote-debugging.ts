import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const azureAppRemoteDebugging = defineAttributeRule({
  id: 'azure-app-remote-debugging',
  title: 'App Service with remote debugging',
  concern: 'hardening',
  fix: 'Set `remote_debugging_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
  ],
  checks: [
    { type: 'azurerm_app_service', attribute: 'site_config.remote_debugging_enabled', expect: notTrue },
    { type: 'azurerm_linux_web_app', attribute: 'site_config.remote_debugging_enabled', expect: notTrue },
    { type: 'azurerm_windows_web_app', attribute: 'site_config.remote_debugging_enabled', expect: notTrue },
    { type: 'azurerm_function_app', attribute: 'site_config.remote_debugging_enabled', expect: notTrue },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'site_config.remote_debugging_enabled',
      expect: notTrue,
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.remote_debugging_enabled',
      expect: notTrue,
    },
  ],
});

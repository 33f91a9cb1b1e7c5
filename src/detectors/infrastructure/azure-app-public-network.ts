import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const azureAppPublicNetwork = defineAttributeRule({
  id: 'azure-app-public-network',
  title: 'App Service on the internet',
  concern: 'public-exposure',
  severity: 'info',
  fix: 'Set `public_network_access_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app',
  ],
  checks: [
    { type: 'azurerm_linux_web_app', attribute: 'public_network_access_enabled', expect: isFalse },
    { type: 'azurerm_windows_web_app', attribute: 'public_network_access_enabled', expect: isFalse },
    { type: 'azurerm_function_app', attribute: 'public_network_access_enabled', expect: isFalse },
    { type: 'azurerm_linux_function_app', attribute: 'public_network_access_enabled', expect: isFalse },
    { type: 'azurerm_windows_function_app', attribute: 'public_network_access_enabled', expect: isFalse },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureAppHttpsOnly = defineAttributeRule({
  id: 'azure-app-https-only',
  title: 'App Service that serves plain HTTP',
  concern: 'encryption-in-transit',
  fix: 'Set `https_only` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
  ],
  checks: [
    { type: 'azurerm_app_service', attribute: 'https_only', expect: isTrue },
    { type: 'azurerm_linux_web_app', attribute: 'https_only', expect: isTrue },
    { type: 'azurerm_windows_web_app', attribute: 'https_only', expect: isTrue },
    { type: 'azurerm_function_app', attribute: 'https_only', expect: isTrue },
    { type: 'azurerm_linux_function_app', attribute: 'https_only', expect: isTrue },
    { type: 'azurerm_windows_function_app', attribute: 'https_only', expect: isTrue },
  ],
});

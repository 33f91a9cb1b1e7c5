import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureAppCors = defineAttributeRule({
  id: 'azure-app-cors',
  title: 'App Service that trusts every origin',
  concern: 'hardening',
  fix: 'Name the origins in `allowed_origins`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
  ],
  checks: [
    {
      type: 'azurerm_app_service',
      attribute: 'site_config.cors.allowed_origins',
      expect: noneOf(['*'], ['https://app.example.com']),
    },
    {
      type: 'azurerm_linux_web_app',
      attribute: 'site_config.cors.allowed_origins',
      expect: noneOf(['*'], ['https://app.example.com']),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'site_config.cors.allowed_origins',
      expect: noneOf(['*'], ['https://app.example.com']),
    },
    {
      type: 'azurerm_function_app',
      attribute: 'site_config.cors.allowed_origins',
      expect: noneOf(['*'], ['https://app.example.com']),
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'site_config.cors.allowed_origins',
      expect: noneOf(['*'], ['https://app.example.com']),
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.cors.allowed_origins',
      expect: noneOf(['*'], ['https://app.example.com']),
    },
  ],
});

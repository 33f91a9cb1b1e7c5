import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isTrue } from './model/expectation.ts';

export const azureAppAuthentication = defineAttributeRule({
  id: 'azure-app-authentication',
  title: 'App Service without authentication',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Enable `auth_settings_v2` or `auth_settings`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/function_app',
  ],
  checks: [
    { type: 'azurerm_app_service', attribute: 'auth_settings.enabled', expect: isTrue },
    { type: 'azurerm_function_app', attribute: 'auth_settings.enabled', expect: isTrue },
    {
      type: 'azurerm_linux_web_app',
      attribute: 'auth_settings_v2.auth_enabled',
      expect: isTrue,
      when: { 'auth_settings.enabled': isAbsent() },
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'auth_settings_v2.auth_enabled',
      expect: isTrue,
      when: { 'auth_settings.enabled': isAbsent() },
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'auth_settings_v2.auth_enabled',
      expect: isTrue,
      when: { 'auth_settings.enabled': isAbsent() },
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'auth_settings_v2.auth_enabled',
      expect: isTrue,
      when: { 'auth_settings.enabled': isAbsent() },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureAppIdentity = defineAttributeRule({
  id: 'azure-app-identity',
  title: 'App Service without a managed identity',
  concern: 'authentication',
  severity: 'low',
  fix: 'Add an `identity` block.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
  ],
  checks: [
    { type: 'azurerm_app_service', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_linux_web_app', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_windows_web_app', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_function_app', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_linux_function_app', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
    { type: 'azurerm_windows_function_app', attribute: 'identity.type', expect: isPresent('SystemAssigned') },
  ],
});

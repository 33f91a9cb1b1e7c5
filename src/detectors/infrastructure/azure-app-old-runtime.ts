import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const azureAppOldRuntime = defineAttributeRule({
  id: 'azure-app-old-runtime',
  title: 'App on a runtime that gets no more fixes',
  concern: 'maintenance',
  severity: 'medium',
  fix: 'Use a supported version.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
    'https://github.com/Azure/app-service-linux-docs/blob/master/Runtime_Support/node_support.md',
  ],
  checks: [
    {
      type: 'azurerm_linux_web_app',
      attribute: 'site_config.application_stack.dotnet_version',
      expect: notMatching(/^v?(?:[1-5]\.|7\.|core2|core3)/, 'v8.0', 'v3.0'),
    },
    {
      type: 'azurerm_linux_web_app',
      attribute: 'site_config.application_stack.python_version',
      expect: notMatching(/^(?:2|3\.[0-8]$)/, '3.13', '3.6'),
    },
    {
      type: 'azurerm_linux_web_app',
      attribute: 'site_config.application_stack.java_version',
      expect: notMatching(/^(?:1\.)?[67](?:$|\.)/, '21', '7'),
    },
    {
      type: 'azurerm_linux_web_app',
      attribute: 'site_config.application_stack.node_version',
      expect: notMatching(/^~?(?:[4-9]|1[0-9])(?:$|[-.])/, '22-lts', '12-lts'),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'site_config.application_stack.dotnet_version',
      expect: notMatching(/^v?(?:[1-5]\.|7\.|core2|core3)/, 'v8.0', 'v3.0'),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'site_config.application_stack.python_version',
      expect: notMatching(/^(?:2|3\.[0-8]$)/, '3.13', '3.6'),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'site_config.application_stack.java_version',
      expect: notMatching(/^(?:1\.)?[67](?:$|\.)/, '21', '7'),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'site_config.application_stack.node_version',
      expect: notMatching(/^~?(?:[4-9]|1[0-9])(?:$|[-.])/, '22-lts', '12-lts'),
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'site_config.application_stack.dotnet_version',
      expect: notMatching(/^v?(?:[1-5]\.|7\.|core2|core3)/, 'v8.0', 'v3.0'),
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'site_config.application_stack.python_version',
      expect: notMatching(/^(?:2|3\.[0-8]$)/, '3.13', '3.6'),
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'site_config.application_stack.java_version',
      expect: notMatching(/^(?:1\.)?[67](?:$|\.)/, '21', '7'),
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'site_config.application_stack.node_version',
      expect: notMatching(/^~?(?:[4-9]|1[0-9])(?:$|[-.])/, '22-lts', '12-lts'),
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.application_stack.dotnet_version',
      expect: notMatching(/^v?(?:[1-5]\.|7\.|core2|core3)/, 'v8.0', 'v3.0'),
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.application_stack.python_version',
      expect: notMatching(/^(?:2|3\.[0-8]$)/, '3.13', '3.6'),
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.application_stack.java_version',
      expect: notMatching(/^(?:1\.)?[67](?:$|\.)/, '21', '7'),
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.application_stack.node_version',
      expect: notMatching(/^~?(?:[4-9]|1[0-9])(?:$|[-.])/, '22-lts', '12-lts'),
    },
  ],
});

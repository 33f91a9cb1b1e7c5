import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const azureAppStorageKey = defineAttributeRule({
  id: 'azure-app-storage-key',
  title: 'Storage key in an app’s configuration',
  concern: 'plain-secret',
  fix: 'Take the key from a variable or Key Vault.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_function_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_function_app',
  ],
  checks: [
    {
      type: 'azurerm_linux_web_app',
      attribute: 'storage_account.access_key',
      expect: isAbsent('c3VwZXJzZWNyZXQ='),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'storage_account.access_key',
      expect: isAbsent('c3VwZXJzZWNyZXQ='),
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'storage_account_access_key',
      expect: isAbsent('c3VwZXJzZWNyZXQ='),
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'storage_account_access_key',
      expect: isAbsent('c3VwZXJzZWNyZXQ='),
    },
  ],
});

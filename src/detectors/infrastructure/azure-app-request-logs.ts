import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureAppRequestLogs = defineAttributeRule({
  id: 'azure-app-request-logs',
  title: 'App without logs of its requests',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `logs.http_logs`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
  ],
  checks: [
    {
      type: 'azurerm_linux_web_app',
      attribute: 'logs.http_logs',
      expect: isPresent({ file_system: { retention_in_days: 90, retention_in_mb: 35 } }),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'logs.http_logs',
      expect: isPresent({ file_system: { retention_in_days: 90, retention_in_mb: 35 } }),
    },
    {
      type: 'azurerm_app_service',
      attribute: 'logs.http_logs',
      expect: isPresent({ file_system: { retention_in_days: 90, retention_in_mb: 35 } }),
    },
  ],
});

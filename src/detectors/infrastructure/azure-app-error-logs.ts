import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const azureAppErrorLogs = defineAttributeRule({
  id: 'azure-app-error-logs',
  title: 'App that does not log failed requests',
  concern: 'logging',
  severity: 'info',
  fix: 'Set `detailed_error_messages` and `failed_request_tracing`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
  ],
  checks: [
    { type: 'azurerm_linux_web_app', attribute: 'logs.detailed_error_messages', expect: isTrue },
    { type: 'azurerm_windows_web_app', attribute: 'logs.detailed_error_messages', expect: isTrue },
    { type: 'azurerm_app_service', attribute: 'logs.detailed_error_messages_enabled', expect: isTrue },
    { type: 'azurerm_app_service', attribute: 'logs.failed_request_tracing_enabled', expect: isTrue },
    { type: 'azurerm_linux_function_app', attribute: 'builtin_logging_enabled', expect: notFalse },
    { type: 'azurerm_windows_function_app', attribute: 'builtin_logging_enabled', expect: notFalse },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureAppFailedRequests = defineAttributeRule({
  id: 'azure-app-failed-requests',
  title: 'App that does not trace failed requests',
  concern: 'logging',
  severity: 'info',
  fix: 'Set `failed_request_tracing`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app',
  ],
  checks: [
    { type: 'azurerm_linux_web_app', attribute: 'logs.failed_request_tracing', expect: isTrue },
    { type: 'azurerm_windows_web_app', attribute: 'logs.failed_request_tracing', expect: isTrue },
  ],
});

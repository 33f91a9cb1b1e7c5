import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, noneOf, notFalse } from './model/expectation.ts';

export const azureAppClientCertificate = defineAttributeRule({
  id: 'azure-app-client-certificate',
  title: 'App Service that does not ask for client certificates',
  concern: 'authentication',
  severity: 'low',
  fix: 'Set `client_certificate_enabled` (`client_cert_enabled`) to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
  ],
  checks: [
    { type: 'azurerm_app_service', attribute: 'client_cert_enabled', expect: isTrue },
    { type: 'azurerm_linux_web_app', attribute: 'client_certificate_enabled', expect: isTrue },
    { type: 'azurerm_windows_web_app', attribute: 'client_certificate_enabled', expect: isTrue },
    {
      type: 'azurerm_linux_web_app',
      attribute: 'client_certificate_mode',
      expect: noneOf(['Optional', 'OptionalInteractiveUser'], 'Required'),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'client_certificate_mode',
      expect: noneOf(['Optional', 'OptionalInteractiveUser'], 'Required'),
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'client_certificate_mode',
      expect: noneOf(['Optional', 'OptionalInteractiveUser'], 'Required'),
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'client_certificate_mode',
      expect: noneOf(['Optional', 'OptionalInteractiveUser'], 'Required'),
    },
    { type: 'azurerm_signalr_service', attribute: 'tls_client_cert_enabled', expect: notFalse },
    {
      type: 'azurerm_container_app',
      attribute: 'ingress.client_certificate_mode',
      expect: noneOf(['ignore'], 'require'),
    },
  ],
});

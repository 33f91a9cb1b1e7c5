import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, noneOf } from './model/expectation.ts';

export const azureAppTls = defineAttributeRule({
  id: 'azure-app-tls',
  title: 'App Service with an old TLS version',
  concern: 'weak-tls',
  fix: 'Set `minimum_tls_version` to 1.2.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
  ],
  checks: [
    {
      type: 'azurerm_app_service',
      attribute: 'site_config.min_tls_version',
      expect: ifSetOneOf(['1.2', '1.3'], '1.0'),
    },
    {
      type: 'azurerm_linux_web_app',
      attribute: 'site_config.minimum_tls_version',
      expect: ifSetOneOf(['1.2', '1.3'], '1.0'),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'site_config.minimum_tls_version',
      expect: ifSetOneOf(['1.2', '1.3'], '1.0'),
    },
    {
      type: 'azurerm_function_app',
      attribute: 'site_config.minimum_tls_version',
      expect: ifSetOneOf(['1.2', '1.3'], '1.0'),
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'site_config.minimum_tls_version',
      expect: ifSetOneOf(['1.2', '1.3'], '1.0'),
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.minimum_tls_version',
      expect: ifSetOneOf(['1.2', '1.3'], '1.0'),
    },
    {
      type: 'azurerm_linux_web_app',
      attribute: 'site_config.scm_minimum_tls_version',
      expect: noneOf(['1.0', '1.1'], '1.2'),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'site_config.scm_minimum_tls_version',
      expect: noneOf(['1.0', '1.1'], '1.2'),
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'site_config.scm_minimum_tls_version',
      expect: noneOf(['1.0', '1.1'], '1.2'),
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.scm_minimum_tls_version',
      expect: noneOf(['1.0', '1.1'], '1.2'),
    },
  ],
});

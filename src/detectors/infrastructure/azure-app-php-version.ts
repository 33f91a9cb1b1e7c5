import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const azureAppPhpVersion = defineAttributeRule({
  id: 'azure-app-php-version',
  title: 'App Service with a fixed old runtime',
  concern: 'maintenance',
  fix: 'Move to a supported version.',
  references: ['https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service'],
  checks: [
    {
      type: 'azurerm_app_service',
      attribute: 'site_config.php_version',
      expect: notMatching(/^(?:5\.|7\.)/, '8.3', '7.4'),
    },
    {
      type: 'azurerm_app_service',
      attribute: 'site_config.python_version',
      expect: notMatching(/^(?:2\.|3\.[0-8]$)/, '3.12', '2.7'),
    },
  ],
});

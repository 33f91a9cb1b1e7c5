import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureAppHealth = defineAttributeRule({
  id: 'azure-app-health',
  title: 'App that is not restarted when it fails',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `health_check_path` and `always_on`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app',
  ],
  checks: [
    {
      type: 'azurerm_linux_web_app',
      attribute: 'site_config.health_check_path',
      expect: isPresent('/health'),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'site_config.health_check_path',
      expect: isPresent('/health'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const azureAppAlwaysOn = defineAttributeRule({
  id: 'azure-app-always-on',
  title: 'App that sleeps when nobody calls',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `always_on`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/windows_web_app',
  ],
  checks: [
    { type: 'azurerm_linux_web_app', attribute: 'site_config.always_on', expect: notFalse },
    { type: 'azurerm_windows_web_app', attribute: 'site_config.always_on', expect: notFalse },
  ],
});

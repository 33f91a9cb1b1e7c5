import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureAppHttp2 = defineAttributeRule({
  id: 'azure-app-http2',
  title: 'App Service without HTTP/2',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `site_config.http2_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
  ],
  checks: [
    { type: 'azurerm_app_service', attribute: 'site_config.http2_enabled', expect: isTrue },
    { type: 'azurerm_linux_web_app', attribute: 'site_config.http2_enabled', expect: isTrue },
    { type: 'azurerm_windows_web_app', attribute: 'site_config.http2_enabled', expect: isTrue },
  ],
});

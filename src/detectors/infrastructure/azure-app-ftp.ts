import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const azureAppFtp = defineAttributeRule({
  id: 'azure-app-ftp',
  title: 'App Service that accepts plain FTP',
  concern: 'encryption-in-transit',
  fix: 'Set `ftps_state` to FtpsOnly or Disabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/app_service',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app',
  ],
  checks: [
    {
      type: 'azurerm_app_service',
      attribute: 'site_config.ftps_state',
      expect: noneOf(['AllAllowed'], 'Disabled'),
    },
    {
      type: 'azurerm_linux_web_app',
      attribute: 'site_config.ftps_state',
      expect: noneOf(['AllAllowed'], 'Disabled'),
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'site_config.ftps_state',
      expect: noneOf(['AllAllowed'], 'Disabled'),
    },
    {
      type: 'azurerm_function_app',
      attribute: 'site_config.ftps_state',
      expect: noneOf(['AllAllowed'], 'Disabled'),
    },
    {
      type: 'azurerm_linux_function_app',
      attribute: 'site_config.ftps_state',
      expect: noneOf(['AllAllowed'], 'Disabled'),
    },
    {
      type: 'azurerm_windows_function_app',
      attribute: 'site_config.ftps_state',
      expect: noneOf(['AllAllowed'], 'Disabled'),
    },
    { type: 'azurerm_linux_web_app', attribute: 'ftp_publish_basic_authentication_enabled', expect: notTrue },
    {
      type: 'azurerm_linux_web_app',
      attribute: 'webdeploy_publish_basic_authentication_enabled',
      expect: notTrue,
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'ftp_publish_basic_authentication_enabled',
      expect: notTrue,
    },
    {
      type: 'azurerm_windows_web_app',
      attribute: 'webdeploy_publish_basic_authentication_enabled',
      expect: notTrue,
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, noneOf, notFalse, notMatching } from './model/expectation.ts';

export const azureApiHttp = defineAttributeRule({
  id: 'azure-api-http',
  title: 'API that answers plain HTTP',
  concern: 'encryption-in-transit',
  fix: 'Offer https only.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management_api',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management_backend',
  ],
  checks: [
    {
      type: 'azurerm_api_management_api',
      attribute: 'protocols',
      expect: notMatching(/^(?:http|ws)$/, ['https'], ['http', 'https']),
    },
    { type: 'azurerm_api_management_backend', attribute: 'tls.validate_certificate_chain', expect: notFalse },
    { type: 'azurerm_api_management_backend', attribute: 'tls.validate_certificate_name', expect: notFalse },
    {
      type: 'azurerm_windows_virtual_machine',
      attribute: 'winrm_listener.protocol',
      expect: noneOf(['Http'], 'Https'),
    },
    {
      type: 'azurerm_windows_virtual_machine_scale_set',
      attribute: 'winrm_listener.protocol',
      expect: noneOf(['Http'], 'Https'),
    },
    { type: 'azurerm_cdn_endpoint', attribute: 'is_https_allowed', expect: notFalse },
    { type: 'azurerm_cdn_frontdoor_route', attribute: 'https_redirect_enabled', expect: notFalse },
    { type: 'azurerm_logic_app_standard', attribute: 'https_only', expect: isTrue },
  ],
});

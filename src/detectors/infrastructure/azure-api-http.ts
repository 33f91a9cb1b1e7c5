import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse, notMatching } from './model/expectation.ts';

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
  ],
});

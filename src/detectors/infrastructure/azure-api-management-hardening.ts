import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const azureApiManagementHardening = defineAttributeRule({
  id: 'azure-api-management-hardening',
  title: 'API management that accepts old or unidentified callers',
  concern: 'authentication',
  severity: 'low',
  fix: 'Require a subscription, client certificates and a recent API version; keep secrets secret.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management_api',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management_named_value',
  ],
  checks: [
    { type: 'azurerm_api_management_api', attribute: 'subscription_required', expect: notFalse },
    { type: 'azurerm_api_management', attribute: 'client_certificate_enabled', expect: notFalse },
    { type: 'azurerm_api_management_named_value', attribute: 'secret', expect: notFalse },
  ],
});

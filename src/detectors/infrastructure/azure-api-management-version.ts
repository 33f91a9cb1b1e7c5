import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureApiManagementVersion = defineAttributeRule({
  id: 'azure-api-management-version',
  title: 'API management whose own interface accepts old versions',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `min_api_version`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/api_management',
  ],
  checks: [{ type: 'azurerm_api_management', attribute: 'min_api_version', expect: isPresent('2021-08-01') }],
});

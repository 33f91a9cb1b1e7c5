import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureRoleScope = defineAttributeRule({
  id: 'azure-role-scope',
  title: 'Custom role assignable everywhere',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Name subscriptions or resource groups in `assignable_scopes`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_definition',
  ],
  checks: [
    {
      type: 'azurerm_role_definition',
      attribute: 'assignable_scopes',
      expect: noneOf(['/'], ['/subscriptions/0']),
    },
  ],
});

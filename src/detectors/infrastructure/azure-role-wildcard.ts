import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const azureRoleWildcard = defineAttributeRule({
  id: 'azure-role-wildcard',
  title: 'Custom role that may do everything',
  concern: 'least-privilege',
  fix: 'List the actions the role needs.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_definition',
  ],
  checks: [
    {
      type: 'azurerm_role_definition',
      attribute: 'permissions.actions',
      expect: notMatching(/^\*(?:\/\*)?$/, ['Microsoft.Compute/*/read'], ['*']),
    },
    {
      type: 'azurerm_role_definition',
      attribute: 'permissions.data_actions',
      expect: notMatching(/^\*(?:\/\*)?$/, ['Microsoft.Compute/*/read'], ['*']),
    },
  ],
});

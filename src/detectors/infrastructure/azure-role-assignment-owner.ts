import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureRoleAssignmentOwner = defineAttributeRule({
  id: 'azure-role-assignment-owner',
  title: 'Owner or administrator role assigned',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Assign a role with what is needed.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_assignment',
  ],
  checks: [
    {
      type: 'azurerm_role_assignment',
      attribute: 'role_definition_name',
      expect: noneOf(
        ['Owner', 'User Access Administrator', 'Role Based Access Control Administrator'],
        'Reader',
      ),
    },
  ],
});

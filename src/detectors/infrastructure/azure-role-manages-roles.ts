import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const azureRoleManagesRoles = defineAttributeRule({
  id: 'azure-role-manages-roles',
  title: 'Custom role that may change roles',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Leave out actions of Microsoft.Authorization.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_definition',
  ],
  checks: [
    {
      type: 'azurerm_role_definition',
      attribute: 'permissions.actions',
      expect: notMatching(
        /^(?:\*|microsoft\.authorization\/(?:\*|roledefinitions\/(?:\*|write)|roleassignments\/(?:\*|write)))$/,
        ['Microsoft.Compute/*/read'],
        ['Microsoft.Authorization/*'],
      ),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleOrganizationBasicRole = defineAttributeRule({
  id: 'google-organization-basic-role',
  title: 'Owner or editor role on the organization',
  concern: 'least-privilege',
  fix: 'Grant predefined roles.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/organization_iam_binding',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/organization_iam_member',
  ],
  checks: [
    {
      type: 'google_organization_iam_binding',
      attribute: 'role',
      expect: noneOf(['roles/owner', 'roles/editor'], 'roles/logging.viewer'),
    },
    {
      type: 'google_organization_iam_member',
      attribute: 'role',
      expect: noneOf(['roles/owner', 'roles/editor'], 'roles/logging.viewer'),
    },
  ],
});

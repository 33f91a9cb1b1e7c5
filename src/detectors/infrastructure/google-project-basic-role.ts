import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleProjectBasicRole = defineAttributeRule({
  id: 'google-project-basic-role',
  title: 'Owner or editor role on the project',
  concern: 'least-privilege',
  fix: 'Grant predefined roles.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_binding',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_member',
  ],
  checks: [
    {
      type: 'google_project_iam_binding',
      attribute: 'role',
      expect: noneOf(['roles/owner', 'roles/editor'], 'roles/logging.viewer'),
    },
    {
      type: 'google_project_iam_member',
      attribute: 'role',
      expect: noneOf(['roles/owner', 'roles/editor'], 'roles/logging.viewer'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleFolderBasicRole = defineAttributeRule({
  id: 'google-folder-basic-role',
  title: 'Owner or editor role on the folder',
  concern: 'least-privilege',
  fix: 'Grant predefined roles.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_binding',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_member',
  ],
  checks: [
    {
      type: 'google_folder_iam_binding',
      attribute: 'role',
      expect: noneOf(['roles/owner', 'roles/editor'], 'roles/logging.viewer'),
    },
    {
      type: 'google_folder_iam_member',
      attribute: 'role',
      expect: noneOf(['roles/owner', 'roles/editor'], 'roles/logging.viewer'),
    },
  ],
});

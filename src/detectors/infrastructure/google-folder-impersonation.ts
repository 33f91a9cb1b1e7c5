import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleFolderImpersonation = defineAttributeRule({
  id: 'google-folder-impersonation',
  title: 'Impersonation of every service account of the folder',
  concern: 'least-privilege',
  fix: 'Grant the role on the single service account.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_binding',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_member',
  ],
  checks: [
    {
      type: 'google_folder_iam_binding',
      attribute: 'role',
      expect: noneOf(
        ['roles/iam.serviceAccountUser', 'roles/iam.serviceAccountTokenCreator'],
        'roles/viewer',
      ),
    },
    {
      type: 'google_folder_iam_member',
      attribute: 'role',
      expect: noneOf(
        ['roles/iam.serviceAccountUser', 'roles/iam.serviceAccountTokenCreator'],
        'roles/viewer',
      ),
    },
  ],
});

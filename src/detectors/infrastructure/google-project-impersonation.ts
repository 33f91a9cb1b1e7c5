import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleProjectImpersonation = defineAttributeRule({
  id: 'google-project-impersonation',
  title: 'Impersonation of every service account of the project',
  concern: 'least-privilege',
  fix: 'Grant the role on the single service account.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_binding',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_member',
  ],
  checks: [
    {
      type: 'google_project_iam_binding',
      attribute: 'role',
      expect: noneOf(
        ['roles/iam.serviceAccountUser', 'roles/iam.serviceAccountTokenCreator'],
        'roles/viewer',
      ),
    },
    {
      type: 'google_project_iam_member',
      attribute: 'role',
      expect: noneOf(
        ['roles/iam.serviceAccountUser', 'roles/iam.serviceAccountTokenCreator'],
        'roles/viewer',
      ),
    },
  ],
});

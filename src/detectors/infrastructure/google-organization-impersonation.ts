import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleOrganizationImpersonation = defineAttributeRule({
  id: 'google-organization-impersonation',
  title: 'Impersonation of every service account of the organization',
  concern: 'least-privilege',
  fix: 'Grant the role on the single service account.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/organization_iam_binding',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/organization_iam_member',
  ],
  checks: [
    {
      type: 'google_organization_iam_binding',
      attribute: 'role',
      expect: noneOf(
        ['roles/iam.serviceAccountUser', 'roles/iam.serviceAccountTokenCreator'],
        'roles/viewer',
      ),
    },
    {
      type: 'google_organization_iam_member',
      attribute: 'role',
      expect: noneOf(
        ['roles/iam.serviceAccountUser', 'roles/iam.serviceAccountTokenCreator'],
        'roles/viewer',
      ),
    },
  ],
});

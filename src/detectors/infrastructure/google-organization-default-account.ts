import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const googleOrganizationDefaultAccount = defineAttributeRule({
  id: 'google-organization-default-account',
  title: 'Role for a default service account on the organization',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Use service accounts of your own.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/organization_iam_member',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/organization_iam_binding',
  ],
  checks: [
    {
      type: 'google_organization_iam_member',
      attribute: 'member',
      expect: notMatching(
        /(?:-compute@developer|@appspot)\.gserviceaccount\.com$/,
        'group:a@example.com',
        'serviceAccount:1-compute@developer.gserviceaccount.com',
      ),
    },
    {
      type: 'google_organization_iam_binding',
      attribute: 'members',
      expect: notMatching(/(?:-compute@developer|@appspot)\.gserviceaccount\.com$/, 'a', 'b'),
    },
  ],
});

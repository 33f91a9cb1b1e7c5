import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const googleUserBinding = defineAttributeRule({
  id: 'google-user-binding',
  title: 'Role granted to a single user',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Grant roles to groups.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_member',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_member',
  ],
  checks: [
    {
      type: 'google_project_iam_member',
      attribute: 'member',
      expect: notMatching(/^user:/, 'group:a@example.com', 'user:a@example.com'),
    },
    {
      type: 'google_folder_iam_member',
      attribute: 'member',
      expect: notMatching(/^user:/, 'group:a@example.com', 'user:a@example.com'),
    },
    {
      type: 'google_organization_iam_member',
      attribute: 'member',
      expect: notMatching(/^user:/, 'group:a@example.com', 'user:a@example.com'),
    },
    {
      type: 'google_storage_bucket_iam_member',
      attribute: 'member',
      expect: notMatching(/^user:/, 'group:a@example.com', 'user:a@example.com'),
    },
    {
      type: 'google_project_iam_binding',
      attribute: 'members',
      expect: notMatching(/^user:/, ['group:a@example.com'], ['user:a@example.com']),
    },
    {
      type: 'google_folder_iam_binding',
      attribute: 'members',
      expect: notMatching(/^user:/, ['group:a@example.com'], ['user:a@example.com']),
    },
    {
      type: 'google_organization_iam_binding',
      attribute: 'members',
      expect: notMatching(/^user:/, ['group:a@example.com'], ['user:a@example.com']),
    },
    {
      type: 'google_storage_bucket_iam_binding',
      attribute: 'members',
      expect: notMatching(/^user:/, ['group:a@example.com'], ['user:a@example.com']),
    },
  ],
});

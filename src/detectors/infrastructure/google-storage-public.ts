import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleStoragePublic = defineAttributeRule({
  id: 'google-storage-public',
  title: 'Bucket open to everybody',
  concern: 'public-exposure',
  fix: 'Name groups or accounts.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket_iam_member',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket_iam_binding',
  ],
  checks: [
    {
      type: 'google_storage_bucket_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_storage_bucket_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_storage_bucket_access_control',
      attribute: 'entity',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user-a@example.com'),
    },
    {
      type: 'google_storage_default_object_access_control',
      attribute: 'entity',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user-a@example.com'),
    },
    {
      type: 'google_storage_bucket_acl',
      attribute: 'predefined_acl',
      expect: noneOf(['publicRead', 'publicReadWrite'], 'private'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notMatching } from './model/expectation.ts';

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
    {
      type: 'google_storage_object_acl',
      attribute: 'predefined_acl',
      expect: noneOf(['publicRead', 'publicReadWrite', 'authenticatedRead'], 'private'),
    },
    {
      type: 'google_storage_bucket_object',
      attribute: 'predefined_acl',
      expect: noneOf(['publicRead', 'authenticatedRead'], 'private'),
    },
    {
      type: 'google_storage_object_access_control',
      attribute: 'entity',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user-a@example.com'),
    },
    {
      type: 'google_storage_object_acl',
      attribute: 'role_entity',
      expect: notMatching(/:all(?:authenticated)?users$/, ['READER:user-a@example.com'], ['READER:allUsers']),
    },
    {
      type: 'google_storage_bucket_acl',
      attribute: 'role_entity',
      expect: notMatching(/:all(?:authenticated)?users$/, ['READER:user-a@example.com'], ['READER:allUsers']),
    },
    {
      type: 'google_storage_default_object_acl',
      attribute: 'role_entity',
      expect: notMatching(/:all(?:authenticated)?users$/, ['READER:user-a@example.com'], ['READER:allUsers']),
    },
  ],
});

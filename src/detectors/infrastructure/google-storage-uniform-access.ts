import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const googleStorageUniformAccess = defineAttributeRule({
  id: 'google-storage-uniform-access',
  title: 'Bucket without uniform access',
  concern: 'hardening',
  fix: 'Set `uniform_bucket_level_access` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket',
  ],
  checks: [{ type: 'google_storage_bucket', attribute: 'uniform_bucket_level_access', expect: isTrue }],
});

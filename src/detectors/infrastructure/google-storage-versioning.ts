import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const googleStorageVersioning = defineAttributeRule({
  id: 'google-storage-versioning',
  title: 'Bucket without versioning',
  concern: 'backup',
  severity: 'low',
  fix: 'Enable `versioning`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket',
  ],
  checks: [{ type: 'google_storage_bucket', attribute: 'versioning.enabled', expect: isTrue }],
});

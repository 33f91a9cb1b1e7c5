import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const googleStorageRetentionLock = defineAttributeRule({
  id: 'google-storage-retention-lock',
  title: 'Retention that can be shortened',
  concern: 'backup',
  severity: 'low',
  fix: 'Set `is_locked`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket',
  ],
  checks: [
    { type: 'google_storage_bucket', within: 'retention_policy', attribute: 'is_locked', expect: isTrue },
  ],
});

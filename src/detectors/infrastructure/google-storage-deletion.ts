import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast, notTrue } from './model/expectation.ts';

export const googleStorageDeletion = defineAttributeRule({
  id: 'google-storage-deletion',
  title: 'Bucket that is deleted with everything in it',
  concern: 'backup',
  severity: 'info',
  fix: 'Remove `force_destroy`; keep deleted objects for some days.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket',
  ],
  checks: [
    { type: 'google_storage_bucket', attribute: 'force_destroy', expect: notTrue },
    {
      type: 'google_storage_bucket',
      attribute: 'soft_delete_policy.retention_duration_seconds',
      expect: ifSetAtLeast(1),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const googleStoragePublicAccessPrevention = defineAttributeRule({
  id: 'google-storage-public-access-prevention',
  title: 'Bucket that may be made public',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Set `public_access_prevention` to enforced.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket',
  ],
  checks: [
    {
      type: 'google_storage_bucket',
      attribute: 'public_access_prevention',
      expect: oneOf(['enforced'], 'inherited'),
    },
  ],
});

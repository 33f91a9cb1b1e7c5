import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleStorageOpenCors = defineAttributeRule({
  id: 'google-storage-open-cors',
  title: 'Bucket whose objects every website may read in its visitors’ name',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Name the origins.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket',
  ],
  checks: [
    {
      type: 'google_storage_bucket',
      attribute: 'cors.origin',
      expect: noneOf(['*'], ['https://example.com']),
    },
  ],
});

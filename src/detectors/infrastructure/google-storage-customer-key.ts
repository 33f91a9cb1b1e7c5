import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleStorageCustomerKey = defineAttributeRule({
  id: 'google-storage-customer-key',
  title: 'Bucket without a customer key',
  concern: 'customer-key',
  fix: 'Set `encryption.default_kms_key_name`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket',
  ],
  checks: [
    {
      type: 'google_storage_bucket',
      attribute: 'encryption.default_kms_key_name',
      expect: isPresent('example-key'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleDiskCustomerKey = defineAttributeRule({
  id: 'google-disk-customer-key',
  title: 'Disk without a customer key',
  concern: 'customer-key',
  fix: 'Set `disk_encryption_key.kms_key_self_link`.',
  references: ['https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_disk'],
  checks: [
    {
      type: 'google_compute_disk',
      attribute: 'disk_encryption_key.kms_key_self_link',
      expect: isPresent('example-key'),
    },
  ],
});

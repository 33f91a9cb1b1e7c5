import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleVmDiskCustomerKey = defineAttributeRule({
  id: 'google-vm-disk-customer-key',
  title: 'Instance disk without a customer key',
  concern: 'customer-key',
  fix: 'Set `boot_disk.kms_key_self_link`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
  ],
  checks: [
    {
      type: 'google_compute_instance',
      attribute: 'boot_disk.kms_key_self_link',
      expect: isPresent('example-key'),
    },
    {
      type: 'google_compute_instance',
      within: 'attached_disk',
      attribute: 'kms_key_self_link',
      expect: isPresent('example-key'),
    },
  ],
});

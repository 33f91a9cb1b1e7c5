import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const googleDiskPlainKey = defineAttributeRule({
  id: 'google-disk-plain-key',
  title: 'Disk key in plain text',
  concern: 'plain-secret',
  fix: 'Refer to a key of Cloud KMS.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_disk',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
  ],
  checks: [
    {
      type: 'google_compute_disk',
      attribute: 'disk_encryption_key.raw_key',
      expect: isAbsent('example-key'),
    },
    {
      type: 'google_compute_instance',
      attribute: 'boot_disk.disk_encryption_key_raw',
      expect: isAbsent('example-key'),
    },
    {
      type: 'google_compute_instance',
      attribute: 'attached_disk.disk_encryption_key_raw',
      expect: isAbsent('example-key'),
    },
    {
      type: 'google_compute_snapshot',
      attribute: 'snapshot_encryption_key.raw_key',
      expect: isAbsent('example-key'),
    },
    {
      type: 'google_compute_image',
      attribute: 'image_encryption_key.raw_key',
      expect: isAbsent('example-key'),
    },
  ],
});

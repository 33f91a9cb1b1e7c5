import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureDiskEncryption = defineAttributeRule({
  id: 'azure-disk-encryption',
  title: 'Disk without a disk encryption set',
  concern: 'customer-key',
  severity: 'medium',
  fix: 'Set `disk_encryption_set_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/managed_disk',
  ],
  checks: [
    { type: 'azurerm_managed_disk', attribute: 'disk_encryption_set_id', expect: isPresent('example-key') },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const azureDiskEncryptionOff = defineAttributeRule({
  id: 'azure-disk-encryption-off',
  title: 'Disk whose encryption is switched off',
  concern: 'encryption-at-rest',
  fix: 'Leave it on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/managed_disk',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/snapshot',
  ],
  checks: [
    { type: 'azurerm_managed_disk', attribute: 'encryption_settings.enabled', expect: notFalse },
    { type: 'azurerm_snapshot', attribute: 'encryption_settings.enabled', expect: notFalse },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const azureStorageSftp = defineAttributeRule({
  id: 'azure-storage-sftp',
  title: 'Storage account that is reached over SFTP',
  concern: 'hardening',
  severity: 'low',
  fix: 'Switch SFTP and local users off where they are not needed.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [{ type: 'azurerm_storage_account', attribute: 'sftp_enabled', expect: notTrue }],
});

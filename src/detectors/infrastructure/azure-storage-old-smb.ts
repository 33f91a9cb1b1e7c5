import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureStorageOldSmb = defineAttributeRule({
  id: 'azure-storage-old-smb',
  title: 'File share with an old version of its protocol',
  concern: 'weak-tls',
  severity: 'medium',
  fix: 'Allow SMB3.1.1 only.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    {
      type: 'azurerm_storage_account',
      attribute: 'share_properties.smb.versions',
      expect: noneOf(['SMB2.1', 'SMB3.0'], ['SMB3.1.1']),
    },
    {
      type: 'azurerm_storage_account',
      attribute: 'share_properties.smb.authentication_types',
      expect: noneOf(['NTLMv2'], ['Kerberos']),
    },
  ],
});

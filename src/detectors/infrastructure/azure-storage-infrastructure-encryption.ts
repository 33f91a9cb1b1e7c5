import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureStorageInfrastructureEncryption = defineAttributeRule({
  id: 'azure-storage-infrastructure-encryption',
  title: 'Storage account without infrastructure encryption',
  concern: 'encryption-at-rest',
  severity: 'low',
  fix: 'Set `infrastructure_encryption_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account',
  ],
  checks: [
    { type: 'azurerm_storage_account', attribute: 'infrastructure_encryption_enabled', expect: isTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse } from './model/expectation.ts';

export const azureBackupSoftDelete = defineAttributeRule({
  id: 'azure-backup-soft-delete',
  title: 'Backups that are gone once deleted',
  concern: 'backup',
  fix: 'Leave soft delete on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/recovery_services_vault',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/data_protection_backup_vault',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault',
  ],
  checks: [
    { type: 'azurerm_recovery_services_vault', attribute: 'soft_delete_enabled', expect: notFalse },
    { type: 'azurerm_data_protection_backup_vault', attribute: 'soft_delete', expect: noneOf(['Off'], 'On') },
    { type: 'azurerm_key_vault', attribute: 'soft_delete_enabled', expect: notFalse },
    {
      type: 'azurerm_cosmosdb_account',
      attribute: 'backup.type',
      expect: noneOf(['Periodic'], 'Continuous'),
    },
    {
      type: 'azurerm_recovery_services_vault',
      attribute: 'immutability',
      expect: noneOf(['Disabled'], 'Locked'),
    },
    {
      type: 'azurerm_data_protection_backup_vault',
      attribute: 'immutability',
      expect: noneOf(['Disabled'], 'Locked'),
    },
  ],
});

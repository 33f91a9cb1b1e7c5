import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast, ifSetAtLeast } from './model/expectation.ts';

export const azureDatabaseBackupDays = defineAttributeRule({
  id: 'azure-database-backup-days',
  title: 'Database whose backups are kept for a week or less',
  concern: 'backup',
  severity: 'low',
  confidence: 'medium',
  fix: 'Set `backup_retention_days`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_flexible_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_server',
  ],
  checks: [
    { type: 'azurerm_postgresql_flexible_server', attribute: 'backup_retention_days', expect: atLeast(8) },
    { type: 'azurerm_mysql_flexible_server', attribute: 'backup_retention_days', expect: atLeast(8) },
    { type: 'azurerm_postgresql_server', attribute: 'backup_retention_days', expect: ifSetAtLeast(8) },
    { type: 'azurerm_mysql_server', attribute: 'backup_retention_days', expect: ifSetAtLeast(8) },
  ],
});

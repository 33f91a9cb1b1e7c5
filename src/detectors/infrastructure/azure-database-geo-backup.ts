import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureDatabaseGeoBackup = defineAttributeRule({
  id: 'azure-database-geo-backup',
  title: 'Database whose backups stay in one region',
  concern: 'backup',
  severity: 'low',
  fix: 'Set `geo_redundant_backup_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mariadb_server',
  ],
  checks: [
    { type: 'azurerm_postgresql_server', attribute: 'geo_redundant_backup_enabled', expect: isTrue },
    { type: 'azurerm_mysql_server', attribute: 'geo_redundant_backup_enabled', expect: isTrue },
    { type: 'azurerm_mariadb_server', attribute: 'geo_redundant_backup_enabled', expect: isTrue },
    { type: 'azurerm_postgresql_flexible_server', attribute: 'geo_redundant_backup_enabled', expect: isTrue },
    { type: 'azurerm_mysql_flexible_server', attribute: 'geo_redundant_backup_enabled', expect: isTrue },
  ],
});

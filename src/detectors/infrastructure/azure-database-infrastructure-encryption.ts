import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureDatabaseInfrastructureEncryption = defineAttributeRule({
  id: 'azure-database-infrastructure-encryption',
  title: 'Database encrypted once',
  concern: 'encryption-at-rest',
  severity: 'low',
  fix: 'Set `infrastructure_encryption_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_server',
  ],
  checks: [
    { type: 'azurerm_postgresql_server', attribute: 'infrastructure_encryption_enabled', expect: isTrue },
    { type: 'azurerm_mysql_server', attribute: 'infrastructure_encryption_enabled', expect: isTrue },
  ],
});

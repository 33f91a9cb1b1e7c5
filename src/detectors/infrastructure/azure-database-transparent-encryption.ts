import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse } from './model/expectation.ts';

export const azureDatabaseTransparentEncryption = defineAttributeRule({
  id: 'azure-database-transparent-encryption',
  title: 'Database without transparent encryption',
  concern: 'encryption-at-rest',
  fix: 'Leave it enabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/sql_database',
  ],
  checks: [
    { type: 'azurerm_mssql_database', attribute: 'transparent_data_encryption_enabled', expect: notFalse },
    {
      type: 'azurerm_sql_database',
      attribute: 'threat_detection_policy.state',
      expect: noneOf(['Disabled'], 'Enabled'),
    },
    { type: 'azurerm_synapse_sql_pool', attribute: 'data_encrypted', expect: notFalse },
  ],
});

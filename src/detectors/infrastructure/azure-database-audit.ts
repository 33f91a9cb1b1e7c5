import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureDatabaseAudit = defineAttributeRule({
  id: 'azure-database-audit',
  title: 'Database server without auditing',
  concern: 'logging',
  fix: 'Add an extended auditing policy.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/sql_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server',
  ],
  checks: [
    {
      type: 'azurerm_sql_server',
      attribute: 'extended_auditing_policy',
      expect: isPresent(),
      elsewhere: [{ type: 'azurerm_mssql_server_extended_auditing_policy', link: 'server_id' }],
    },
    {
      type: 'azurerm_mssql_server',
      attribute: 'extended_auditing_policy',
      expect: isPresent(),
      elsewhere: [{ type: 'azurerm_mssql_server_extended_auditing_policy', link: 'server_id' }],
    },
  ],
});

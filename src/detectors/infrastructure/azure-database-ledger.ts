import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const azureDatabaseLedger = defineAttributeRule({
  id: 'azure-database-ledger',
  title: 'Database whose history could be changed',
  concern: 'integrity',
  severity: 'info',
  fix: 'Set `ledger_enabled` where the history is evidence.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database',
  ],
  checks: [{ type: 'azurerm_mssql_database', attribute: 'ledger_enabled', expect: notFalse }],
});

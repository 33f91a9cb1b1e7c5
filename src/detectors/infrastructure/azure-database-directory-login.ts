import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureDatabaseDirectoryLogin = defineAttributeRule({
  id: 'azure-database-directory-login',
  title: 'Database server without directory accounts',
  concern: 'authentication',
  severity: 'low',
  fix: 'Set `azuread_administrator`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server',
  ],
  checks: [
    {
      type: 'azurerm_mssql_server',
      attribute: 'azuread_administrator.login_username',
      expect: isPresent('admins'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf } from './model/expectation.ts';

export const azureDatabaseTlsVersion = defineAttributeRule({
  id: 'azure-database-tls-version',
  title: 'Database server with an old TLS version',
  concern: 'weak-tls',
  fix: 'Require TLS 1.2.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_server',
  ],
  checks: [
    {
      type: 'azurerm_mssql_server',
      attribute: 'minimum_tls_version',
      expect: ifSetOneOf(['1.2', '1.3'], '1.0'),
    },
    {
      type: 'azurerm_postgresql_server',
      attribute: 'ssl_minimal_tls_version_enforced',
      expect: ifSetOneOf(['TLS1_2'], 'TLS1_0'),
    },
    {
      type: 'azurerm_mysql_server',
      attribute: 'ssl_minimal_tls_version_enforced',
      expect: ifSetOneOf(['TLS1_2'], 'TLS1_0'),
    },
    {
      type: 'azurerm_mariadb_server',
      attribute: 'ssl_minimal_tls_version_enforced',
      expect: ifSetOneOf(['TLS1_2'], 'TLS1_0'),
    },
    { type: 'azurerm_redis_cache', attribute: 'minimum_tls_version', expect: ifSetOneOf(['1.2'], '1.0') },
    {
      type: 'azurerm_cosmosdb_account',
      attribute: 'minimal_tls_version',
      expect: ifSetOneOf(['Tls12'], 'Tls'),
    },
  ],
});

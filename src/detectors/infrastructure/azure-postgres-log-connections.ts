import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, oneOf } from './model/expectation.ts';

export const azurePostgresLogConnections = defineAttributeRule({
  id: 'azure-postgres-log-connections',
  title: 'PostgreSQL server without log_connections',
  concern: 'logging',
  severity: 'low',
  fix: 'Add a configuration that sets log_connections to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration',
  ],
  checks: [
    {
      type: 'azurerm_postgresql_configuration',
      attribute: 'value',
      expect: oneOf(['on'], 'off'),
      when: { name: oneOf(['log_connections'], 'x') },
    },
    {
      type: 'azurerm_postgresql_flexible_server_configuration',
      attribute: 'value',
      expect: oneOf(['on'], 'off'),
      when: { name: oneOf(['log_connections'], 'x') },
    },
    {
      type: 'azurerm_postgresql_server',
      attribute: 'log_connections',
      expect: isPresent(),
      elsewhere: [{ type: 'azurerm_postgresql_configuration', link: 'server_name' }],
    },
  ],
});

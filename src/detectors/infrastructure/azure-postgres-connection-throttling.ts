import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, oneOf } from './model/expectation.ts';

export const azurePostgresConnectionThrottling = defineAttributeRule({
  id: 'azure-postgres-connection-throttling',
  title: 'PostgreSQL server without connection_throttling',
  concern: 'logging',
  severity: 'low',
  fix: 'Add a configuration that sets connection_throttling to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration',
  ],
  checks: [
    {
      type: 'azurerm_postgresql_configuration',
      attribute: 'value',
      expect: oneOf(['on'], 'off'),
      when: { name: oneOf(['connection_throttling', 'connection_throttle.enable'], 'x') },
    },
    {
      type: 'azurerm_postgresql_flexible_server_configuration',
      attribute: 'value',
      expect: oneOf(['on'], 'off'),
      when: { name: oneOf(['connection_throttling'], 'x') },
    },
    {
      type: 'azurerm_postgresql_server',
      attribute: 'connection_throttling',
      expect: isPresent(),
      elsewhere: [{ type: 'azurerm_postgresql_configuration', link: 'server_name' }],
    },
  ],
});

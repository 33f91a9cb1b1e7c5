import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, oneOf } from './model/expectation.ts';

export const azurePostgresLogCheckpoints = defineAttributeRule({
  id: 'azure-postgres-log-checkpoints',
  title: 'PostgreSQL server without log_checkpoints',
  concern: 'logging',
  severity: 'low',
  fix: 'Add a configuration that sets log_checkpoints to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration',
  ],
  checks: [
    {
      type: 'azurerm_postgresql_configuration',
      attribute: 'value',
      expect: oneOf(['on'], 'off'),
      when: { name: oneOf(['log_checkpoints'], 'x') },
    },
    {
      type: 'azurerm_postgresql_flexible_server_configuration',
      attribute: 'value',
      expect: oneOf(['on'], 'off'),
      when: { name: oneOf(['log_checkpoints'], 'x') },
    },
    {
      type: 'azurerm_postgresql_server',
      attribute: 'log_checkpoints',
      expect: isPresent(),
      elsewhere: [{ type: 'azurerm_postgresql_configuration', link: 'server_name' }],
    },
  ],
});

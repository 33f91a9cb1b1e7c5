import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const azurePostgresLogDisconnections = defineAttributeRule({
  id: 'azure-postgres-log-disconnections',
  title: 'PostgreSQL that does not log the ends of connections',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `log_disconnections` to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration',
  ],
  checks: [
    {
      type: 'azurerm_postgresql_configuration',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: anyMatching(/^log_disconnections$/, 'log_disconnections') },
    },
    {
      type: 'azurerm_postgresql_flexible_server_configuration',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: anyMatching(/^log_disconnections$/, 'log_disconnections') },
    },
  ],
});

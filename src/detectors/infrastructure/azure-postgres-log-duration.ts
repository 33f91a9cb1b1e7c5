import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const azurePostgresLogDuration = defineAttributeRule({
  id: 'azure-postgres-log-duration',
  title: 'PostgreSQL that does not log the durations of statements',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `log_duration` to on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration',
  ],
  checks: [
    {
      type: 'azurerm_postgresql_configuration',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: anyMatching(/^log_duration$/, 'log_duration') },
    },
    {
      type: 'azurerm_postgresql_flexible_server_configuration',
      attribute: 'value',
      expect: noneOf(['off'], 'on'),
      when: { name: anyMatching(/^log_duration$/, 'log_duration') },
    },
  ],
});

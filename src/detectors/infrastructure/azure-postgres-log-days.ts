import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, atLeast } from './model/expectation.ts';

export const azurePostgresLogDays = defineAttributeRule({
  id: 'azure-postgres-log-days',
  title: 'PostgreSQL that keeps its log for less than 4 days',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `log_retention_days` to 4 or more.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_configuration',
  ],
  checks: [
    {
      type: 'azurerm_postgresql_configuration',
      attribute: 'value',
      expect: atLeast(4),
      when: { name: anyMatching(/^log_retention_days$/, 'log_retention_days') },
    },
  ],
});

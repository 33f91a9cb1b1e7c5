import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast, ifSetAtLeast } from './model/expectation.ts';

export const azureLogDays = defineAttributeRule({
  id: 'azure-log-days',
  title: 'Log that is kept for less than ninety days',
  concern: 'logging',
  severity: 'info',
  fix: 'Set the retention to at least ninety days.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/log_analytics_workspace',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_insights',
  ],
  checks: [
    { type: 'azurerm_log_analytics_workspace', attribute: 'retention_in_days', expect: atLeast(90) },
    { type: 'azurerm_application_insights', attribute: 'retention_in_days', expect: ifSetAtLeast(90) },
  ],
});

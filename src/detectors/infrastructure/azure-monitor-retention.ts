import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast, notFalse } from './model/expectation.ts';

export const azureMonitorRetention = defineAttributeRule({
  id: 'azure-monitor-retention',
  title: 'Activity log kept for less than a year',
  concern: 'logging',
  fix: 'Set `retention_policy.days` to at least 365.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_log_profile',
  ],
  checks: [
    { type: 'azurerm_monitor_log_profile', attribute: 'retention_policy.days', expect: atLeast(365) },
    { type: 'azurerm_monitor_log_profile', attribute: 'retention_policy.enabled', expect: notFalse },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast, isTrue } from './model/expectation.ts';

export const azureFlowLogRetention = defineAttributeRule({
  id: 'azure-flow-log-retention',
  title: 'Flow log kept for less than 90 days',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `retention_policy.days` to at least 90.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_watcher_flow_log',
  ],
  checks: [
    { type: 'azurerm_network_watcher_flow_log', attribute: 'retention_policy.enabled', expect: isTrue },
    { type: 'azurerm_network_watcher_flow_log', attribute: 'retention_policy.days', expect: atLeast(90) },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureFlowLogEnabled = defineAttributeRule({
  id: 'azure-flow-log-enabled',
  title: 'Flow log that is switched off',
  concern: 'logging',
  fix: 'Set `enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_watcher_flow_log',
  ],
  checks: [{ type: 'azurerm_network_watcher_flow_log', attribute: 'enabled', expect: isTrue }],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureSynapseNetwork = defineAttributeRule({
  id: 'azure-synapse-network',
  title: 'Synapse workspace outside a managed network',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Set `managed_virtual_network_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_workspace',
  ],
  checks: [
    { type: 'azurerm_synapse_workspace', attribute: 'managed_virtual_network_enabled', expect: isTrue },
  ],
});

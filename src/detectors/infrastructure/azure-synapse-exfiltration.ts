import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureSynapseExfiltration = defineAttributeRule({
  id: 'azure-synapse-exfiltration',
  title: 'Synapse workspace from which data may leave',
  concern: 'open-egress',
  fix: 'Set `data_exfiltration_protection_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_workspace',
  ],
  checks: [
    { type: 'azurerm_synapse_workspace', attribute: 'data_exfiltration_protection_enabled', expect: isTrue },
  ],
});

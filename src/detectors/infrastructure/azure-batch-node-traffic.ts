import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureBatchNodeTraffic = defineAttributeRule({
  id: 'azure-batch-node-traffic',
  title: 'Pool whose nodes reach each other',
  concern: 'isolation',
  severity: 'low',
  fix: 'Set `inter_node_communication` to Disabled.',
  references: ['https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/batch_pool'],
  checks: [
    {
      type: 'azurerm_batch_pool',
      attribute: 'inter_node_communication',
      expect: noneOf(['Enabled'], 'Disabled'),
    },
  ],
});

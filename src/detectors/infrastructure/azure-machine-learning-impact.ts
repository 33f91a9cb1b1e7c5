import { defineAttributeRule } from './define-attribute-rule.ts';
import { atMost, notFalse } from './model/expectation.ts';

export const azureMachineLearningImpact = defineAttributeRule({
  id: 'azure-machine-learning-impact',
  title: 'Workspace that sends more diagnostics than sensitive data allows',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `high_business_impact`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/machine_learning_workspace',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/machine_learning_compute_cluster',
  ],
  checks: [
    { type: 'azurerm_machine_learning_workspace', attribute: 'high_business_impact', expect: notFalse },
    {
      type: 'azurerm_machine_learning_compute_cluster',
      attribute: 'scale_settings.min_node_count',
      expect: atMost(0),
    },
  ],
});

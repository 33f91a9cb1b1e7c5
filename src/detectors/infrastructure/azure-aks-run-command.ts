import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const azureAksRunCommand = defineAttributeRule({
  id: 'azure-aks-run-command',
  title: 'Commands in the cluster through Azure’s API',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `run_command_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [{ type: 'azurerm_kubernetes_cluster', attribute: 'run_command_enabled', expect: isFalse }],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isPresent } from './model/expectation.ts';

export const azureAksLogging = defineAttributeRule({
  id: 'azure-aks-logging',
  title: 'AKS cluster without logs',
  concern: 'logging',
  fix: 'Add `oms_agent` with a workspace.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'oms_agent.log_analytics_workspace_id',
      expect: isPresent(),
      when: { 'addon_profile.oms_agent.enabled': isAbsent() },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, isTrue } from './model/expectation.ts';

export const azureAksPolicyAddon = defineAttributeRule({
  id: 'azure-aks-policy-addon',
  title: 'AKS cluster without Azure Policy',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `azure_policy_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'azure_policy_enabled',
      expect: isTrue,
      when: { 'addon_profile.azure_policy.enabled': isAbsent() },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureAksLocalAccounts = defineAttributeRule({
  id: 'azure-aks-local-accounts',
  title: 'AKS cluster with local accounts',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set `local_account_disabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [{ type: 'azurerm_kubernetes_cluster', attribute: 'local_account_disabled', expect: isTrue }],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const azureAksSecretRotation = defineAttributeRule({
  id: 'azure-aks-secret-rotation',
  title: 'AKS cluster that does not rotate mounted secrets',
  concern: 'maintenance',
  fix: 'Set `secret_rotation_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    {
      type: 'azurerm_kubernetes_cluster',
      within: 'key_vault_secrets_provider',
      attribute: 'secret_rotation_enabled',
      expect: isTrue,
    },
  ],
});

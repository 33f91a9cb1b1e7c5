import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const azureAksTier = defineAttributeRule({
  id: 'azure-aks-tier',
  title: 'Cluster without a promised availability',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `sku_tier` to Standard.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    {
      type: 'azurerm_kubernetes_cluster',
      attribute: 'sku_tier',
      expect: oneOf(['Standard', 'Premium', 'Paid'], 'Free'),
    },
  ],
});

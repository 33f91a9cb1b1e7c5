import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureAksDiskKey = defineAttributeRule({
  id: 'azure-aks-disk-key',
  title: 'AKS cluster whose disks have no customer key',
  concern: 'customer-key',
  fix: 'Set `disk_encryption_set_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/kubernetes_cluster',
  ],
  checks: [
    { type: 'azurerm_kubernetes_cluster', attribute: 'disk_encryption_set_id', expect: isPresent('set') },
  ],
});

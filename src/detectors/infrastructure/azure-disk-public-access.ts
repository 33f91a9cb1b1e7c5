import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const azureDiskPublicAccess = defineAttributeRule({
  id: 'azure-disk-public-access',
  title: 'Disk that can be fetched from the internet',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `public_network_access_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/managed_disk',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/snapshot',
  ],
  checks: [
    {
      type: 'azurerm_managed_disk',
      attribute: 'network_access_policy',
      expect: noneOf(['AllowAll'], 'DenyAll'),
    },
    { type: 'azurerm_snapshot', attribute: 'network_access_policy', expect: noneOf(['AllowAll'], 'DenyAll') },
    { type: 'azurerm_snapshot', attribute: 'public_network_access_enabled', expect: notTrue },
  ],
});

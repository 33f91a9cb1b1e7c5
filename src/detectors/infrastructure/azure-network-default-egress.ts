import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const azureNetworkDefaultEgress = defineAttributeRule({
  id: 'azure-network-default-egress',
  title: 'Subnet whose machines reach the internet by default',
  concern: 'open-egress',
  severity: 'info',
  fix: 'Set `default_outbound_access_enabled` to false; let policies hold for private endpoints.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/subnet',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network_peering',
  ],
  checks: [
    { type: 'azurerm_subnet', attribute: 'default_outbound_access_enabled', expect: notTrue },
    {
      type: 'azurerm_subnet',
      attribute: 'private_endpoint_network_policies',
      expect: noneOf(['Disabled'], 'Enabled'),
    },
    { type: 'azurerm_virtual_network_peering', attribute: 'allow_forwarded_traffic', expect: notTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const azureNetworkInterfacePublic = defineAttributeRule({
  id: 'azure-network-interface-public',
  title: 'Network interface with a public address',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Reach it through a load balancer or gateway.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface',
  ],
  checks: [
    {
      type: 'azurerm_network_interface',
      attribute: 'ip_configuration.public_ip_address_id',
      expect: { ...isAbsent('/subscriptions/0/publicIPAddresses/a'), isBroken: () => true },
    },
  ],
});

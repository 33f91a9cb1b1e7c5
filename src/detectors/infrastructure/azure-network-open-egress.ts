import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, notWorld, oneOf } from './model/expectation.ts';

export const azureNetworkOpenEgress = defineAttributeRule({
  id: 'azure-network-open-egress',
  title: 'Network rule that lets everything out',
  concern: 'open-egress',
  fix: 'Name the destinations the workload needs.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_group',
  ],
  checks: [
    {
      type: 'azurerm_network_security_rule',
      attribute: 'destination_address_prefix',
      expect: notWorld,
      when: { direction: oneOf(['Outbound'], 'Inbound'), access: ifSetOneOf(['Allow'], 'Deny') },
    },
    {
      type: 'azurerm_network_security_rule',
      attribute: 'destination_address_prefixes',
      expect: notWorld,
      when: { direction: oneOf(['Outbound'], 'Inbound'), access: ifSetOneOf(['Allow'], 'Deny') },
    },
    {
      type: 'azurerm_network_security_group',
      within: 'security_rule',
      attribute: 'destination_address_prefix',
      expect: notWorld,
      when: { direction: oneOf(['Outbound'], 'Inbound'), access: ifSetOneOf(['Allow'], 'Deny') },
    },
    {
      type: 'azurerm_network_security_group',
      within: 'security_rule',
      attribute: 'destination_address_prefixes',
      expect: notWorld,
      when: { direction: oneOf(['Outbound'], 'Inbound'), access: ifSetOneOf(['Allow'], 'Deny') },
    },
  ],
});

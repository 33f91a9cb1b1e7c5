import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, notWorld, oneOf } from './model/expectation.ts';

export const azureNetworkOpenIngress = defineAttributeRule({
  id: 'azure-network-open-ingress',
  title: 'Network rule open to the internet',
  concern: 'open-network',
  severity: 'high',
  fix: 'Name the addresses that need access.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_group',
  ],
  checks: [
    {
      type: 'azurerm_network_security_rule',
      attribute: 'source_address_prefix',
      expect: notWorld,
      when: { direction: oneOf(['Inbound'], 'Outbound'), access: ifSetOneOf(['Allow'], 'Deny') },
    },
    {
      type: 'azurerm_network_security_rule',
      attribute: 'source_address_prefixes',
      expect: notWorld,
      when: { direction: oneOf(['Inbound'], 'Outbound'), access: ifSetOneOf(['Allow'], 'Deny') },
    },
    {
      type: 'azurerm_network_security_group',
      within: 'security_rule',
      attribute: 'source_address_prefix',
      expect: notWorld,
      when: { direction: oneOf(['Inbound'], 'Outbound'), access: ifSetOneOf(['Allow'], 'Deny') },
    },
    {
      type: 'azurerm_network_security_group',
      within: 'security_rule',
      attribute: 'source_address_prefixes',
      expect: notWorld,
      when: { direction: oneOf(['Inbound'], 'Outbound'), access: ifSetOneOf(['Allow'], 'Deny') },
    },
  ],
});

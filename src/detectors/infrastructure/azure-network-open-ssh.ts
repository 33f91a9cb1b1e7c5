import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, matching, oneOf, portNotOpen } from './model/expectation.ts';

export const azureNetworkOpenSsh = defineAttributeRule({
  id: 'azure-network-open-ssh',
  title: 'SSH open to the internet',
  concern: 'open-network',
  severity: 'critical',
  fix: 'Use a bastion, a VPN or named addresses.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_rule',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_security_group',
  ],
  checks: [
    {
      type: 'azurerm_network_security_rule',
      attribute: 'destination_port_range',
      expect: portNotOpen(22),
      when: {
        direction: oneOf(['Inbound'], 'Outbound'),
        access: ifSetOneOf(['Allow'], 'Deny'),
        source_address_prefix: matching(/^(?:\*|0\.0\.0\.0(?:\/0)?|internet|any)$/, '*', '10.0.0.0/8'),
      },
    },
    {
      type: 'azurerm_network_security_rule',
      attribute: 'destination_port_ranges',
      expect: portNotOpen(22),
      when: {
        direction: oneOf(['Inbound'], 'Outbound'),
        access: ifSetOneOf(['Allow'], 'Deny'),
        source_address_prefix: matching(/^(?:\*|0\.0\.0\.0(?:\/0)?|internet|any)$/, '*', '10.0.0.0/8'),
      },
    },
    {
      type: 'azurerm_network_security_group',
      within: 'security_rule',
      attribute: 'destination_port_range',
      expect: portNotOpen(22),
      when: {
        direction: oneOf(['Inbound'], 'Outbound'),
        access: ifSetOneOf(['Allow'], 'Deny'),
        source_address_prefix: matching(/^(?:\*|0\.0\.0\.0(?:\/0)?|internet|any)$/, '*', '10.0.0.0/8'),
      },
    },
    {
      type: 'azurerm_network_security_group',
      within: 'security_rule',
      attribute: 'destination_port_ranges',
      expect: portNotOpen(22),
      when: {
        direction: oneOf(['Inbound'], 'Outbound'),
        access: ifSetOneOf(['Allow'], 'Deny'),
        source_address_prefix: matching(/^(?:\*|0\.0\.0\.0(?:\/0)?|internet|any)$/, '*', '10.0.0.0/8'),
      },
    },
  ],
});

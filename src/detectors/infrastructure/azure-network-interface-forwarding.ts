import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const azureNetworkInterfaceForwarding = defineAttributeRule({
  id: 'azure-network-interface-forwarding',
  title: 'Network interface that forwards packets',
  concern: 'hardening',
  fix: 'Set `ip_forwarding_enabled` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface',
  ],
  checks: [
    { type: 'azurerm_network_interface', attribute: 'enable_ip_forwarding', expect: notTrue },
    { type: 'azurerm_network_interface', attribute: 'ip_forwarding_enabled', expect: notTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const azureVmNetworkSecurityGroup = defineAttributeRule({
  id: 'azure-vm-network-security-group',
  title: 'Network interface without a security group',
  concern: 'hardening',
  severity: 'low',
  fix: 'Associate a network security group.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_interface',
  ],
  checks: [
    {
      type: 'azurerm_network_interface',
      attribute: 'network_security_group_id',
      expect: isPresent(),
      elsewhere: [
        { type: 'azurerm_network_interface_security_group_association', link: 'network_interface_id' },
      ],
    },
  ],
});

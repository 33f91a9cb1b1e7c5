import { defineCompanionRule } from './define-companion-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureSubnetSecurityGroup = defineCompanionRule({
  id: 'azure-subnet-security-group',
  title: 'Subnet without a security group',
  concern: 'open-network',
  severity: 'low',
  fix: 'Associate a network security group.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/subnet',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/subnet_network_security_group_association',
  ],
  checks: [
    {
      type: 'azurerm_subnet',
      companion: { type: 'azurerm_subnet_network_security_group_association', link: 'subnet_id' },
      when: {
        name: noneOf(
          [
            'GatewaySubnet',
            'AzureFirewallSubnet',
            'AzureFirewallManagementSubnet',
            'AzureBastionSubnet',
            'RouteServerSubnet',
          ],
          'app',
        ),
      },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const azureNetworkDdos = defineAttributeRule({
  id: 'azure-network-ddos',
  title: 'Virtual network without protection from floods',
  concern: 'availability',
  severity: 'info',
  fix: 'Switch the protection plan on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_network',
  ],
  checks: [{ type: 'azurerm_virtual_network', attribute: 'ddos_protection_plan.enable', expect: notFalse }],
});

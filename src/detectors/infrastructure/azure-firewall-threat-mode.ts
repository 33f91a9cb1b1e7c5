import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureFirewallThreatMode = defineAttributeRule({
  id: 'azure-firewall-threat-mode',
  title: 'Firewall that ignores known attackers',
  concern: 'hardening',
  fix: 'Set the mode to Deny.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/firewall',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/firewall_policy',
  ],
  checks: [
    { type: 'azurerm_firewall', attribute: 'threat_intel_mode', expect: noneOf(['Off'], 'Deny') },
    {
      type: 'azurerm_firewall_policy',
      attribute: 'threat_intelligence_mode',
      expect: noneOf(['Off'], 'Deny'),
    },
  ],
});

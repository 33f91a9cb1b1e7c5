import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const azureFirewallIntrusion = defineAttributeRule({
  id: 'azure-firewall-intrusion',
  title: 'Firewall that detects no intrusions',
  concern: 'logging',
  severity: 'medium',
  fix: 'Set `intrusion_detection` to Alert or Deny.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/firewall_policy',
  ],
  checks: [
    {
      type: 'azurerm_firewall_policy',
      attribute: 'intrusion_detection.mode',
      expect: noneOf(['Off'], 'Deny'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notMatching } from './model/expectation.ts';

export const googleFirewallAllPorts = defineAttributeRule({
  id: 'google-firewall-all-ports',
  title: 'Firewall rule for every port',
  concern: 'open-network',
  severity: 'medium',
  fix: 'Name the ports.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall',
  ],
  checks: [
    {
      type: 'google_compute_firewall',
      within: 'allow',
      attribute: 'ports',
      expect: { ...notMatching(/^0-65535$/, ['443'], ['0-65535']), required: true },
      when: { protocol: noneOf(['icmp', 'esp', 'ah', 'ipip'], 'tcp') },
    },
  ],
});

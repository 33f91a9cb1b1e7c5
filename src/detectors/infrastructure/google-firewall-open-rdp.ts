import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, matching, portNotOpen } from './model/expectation.ts';

export const googleFirewallOpenRdp = defineAttributeRule({
  id: 'google-firewall-open-rdp',
  title: 'RDP open to the internet',
  concern: 'open-network',
  severity: 'critical',
  fix: 'Use Identity-Aware Proxy or named networks.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall',
  ],
  checks: [
    {
      type: 'google_compute_firewall',
      attribute: 'allow.ports',
      expect: portNotOpen(3389),
      when: {
        direction: ifSetOneOf(['INGRESS'], 'EGRESS'),
        source_ranges: matching(/^(?:0\.0\.0\.0\/0|::\/0|\*)$/, ['0.0.0.0/0'], ['10.0.0.0/8']),
      },
    },
  ],
});

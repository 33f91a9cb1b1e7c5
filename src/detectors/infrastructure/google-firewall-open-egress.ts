import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, notWorld, oneOf } from './model/expectation.ts';

export const googleFirewallOpenEgress = defineAttributeRule({
  id: 'google-firewall-open-egress',
  title: 'Firewall that lets everything out',
  concern: 'open-egress',
  fix: 'Name the networks in `destination_ranges`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall',
  ],
  checks: [
    {
      type: 'google_compute_firewall',
      attribute: 'destination_ranges',
      expect: notWorld,
      when: {
        direction: oneOf(['EGRESS'], 'INGRESS'),
        allow: { ...isPresent({ protocol: 'tcp' }), isBroken: () => false },
      },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isPresent, notWorld } from './model/expectation.ts';

export const googleFirewallOpenIngress = defineAttributeRule({
  id: 'google-firewall-open-ingress',
  title: 'Firewall open to the internet',
  concern: 'open-network',
  fix: 'Name the networks in `source_ranges`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall',
  ],
  checks: [
    {
      type: 'google_compute_firewall',
      attribute: 'source_ranges',
      expect: notWorld,
      when: {
        direction: ifSetOneOf(['INGRESS'], 'EGRESS'),
        allow: { ...isPresent({ protocol: 'tcp' }), isBroken: () => false },
      },
    },
  ],
});

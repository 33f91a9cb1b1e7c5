import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, notWorld } from './model/expectation.ts';

export const googleFirewallPolicyOpen = defineAttributeRule({
  id: 'google-firewall-policy-open',
  title: 'Firewall policy open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_network_firewall_policy_rule',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall_policy_rule',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_region_network_firewall_policy_rule',
  ],
  checks: [
    {
      type: 'google_compute_network_firewall_policy_rule',
      attribute: 'match.src_ip_ranges',
      expect: notWorld,
      when: { direction: ifSetOneOf(['INGRESS'], 'EGRESS'), action: ifSetOneOf(['allow'], 'deny') },
    },
    {
      type: 'google_compute_firewall_policy_rule',
      attribute: 'match.src_ip_ranges',
      expect: notWorld,
      when: { direction: ifSetOneOf(['INGRESS'], 'EGRESS'), action: ifSetOneOf(['allow'], 'deny') },
    },
    {
      type: 'google_compute_region_network_firewall_policy_rule',
      attribute: 'match.src_ip_ranges',
      expect: notWorld,
      when: { direction: ifSetOneOf(['INGRESS'], 'EGRESS'), action: ifSetOneOf(['allow'], 'deny') },
    },
  ],
});

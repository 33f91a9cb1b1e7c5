import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld } from './model/expectation.ts';

export const digitaloceanFirewallEgress = defineAttributeRule({
  id: 'digitalocean-firewall-egress',
  title: 'DigitalOcean firewall that lets everything out',
  concern: 'open-egress',
  fix: 'Name the addresses.',
  references: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/firewall',
  ],
  checks: [
    {
      type: 'digitalocean_firewall',
      within: 'outbound_rule',
      attribute: 'destination_addresses',
      expect: notWorld,
    },
  ],
});

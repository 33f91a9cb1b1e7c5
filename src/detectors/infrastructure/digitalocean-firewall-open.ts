import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld } from './model/expectation.ts';

export const digitaloceanFirewallOpen = defineAttributeRule({
  id: 'digitalocean-firewall-open',
  title: 'DigitalOcean firewall open to the internet',
  concern: 'open-network',
  fix: 'Name the addresses.',
  references: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/firewall',
  ],
  checks: [
    {
      type: 'digitalocean_firewall',
      within: 'inbound_rule',
      attribute: 'source_addresses',
      expect: notWorld,
    },
  ],
});

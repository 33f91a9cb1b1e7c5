import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld, oneOf } from './model/expectation.ts';

export const hetznerOpenIngress = defineAttributeRule({
  id: 'hetzner-open-ingress',
  title: 'Hetzner firewall open to the internet',
  concern: 'open-network',
  severity: 'medium',
  fix: 'Name the networks.',
  references: ['https://registry.terraform.io/providers/hetznercloud/hcloud/latest/docs/resources/firewall'],
  checks: [
    {
      type: 'hcloud_firewall',
      within: 'rule',
      attribute: 'source_ips',
      expect: notWorld,
      when: { direction: oneOf(['in'], 'out') },
    },
  ],
});

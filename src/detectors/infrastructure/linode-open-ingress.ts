import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, noneOf, notWorld } from './model/expectation.ts';

export const linodeOpenIngress = defineAttributeRule({
  id: 'linode-open-ingress',
  title: 'Linode firewall open to the internet',
  concern: 'open-network',
  fix: 'Name the networks and drop the rest.',
  references: ['https://registry.terraform.io/providers/linode/linode/latest/docs/resources/firewall'],
  checks: [
    {
      type: 'linode_firewall',
      within: 'inbound',
      attribute: 'ipv4',
      expect: notWorld,
      when: { action: ifSetOneOf(['ACCEPT'], 'DROP') },
    },
    { type: 'linode_firewall', attribute: 'inbound_policy', expect: noneOf(['ACCEPT'], 'DROP') },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, oneOf } from './model/expectation.ts';

export const vultrOpenIngress = defineAttributeRule({
  id: 'vultr-open-ingress',
  title: 'Vultr firewall open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: ['https://registry.terraform.io/providers/vultr/vultr/latest/docs/resources/firewall_rule'],
  checks: [
    {
      type: 'vultr_firewall_rule',
      attribute: 'subnet',
      expect: noneOf(['0.0.0.0', '::'], '10.0.0.0'),
      when: { subnet_size: oneOf(['0'], 24) },
    },
  ],
});

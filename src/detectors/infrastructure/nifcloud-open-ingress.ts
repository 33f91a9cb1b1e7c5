import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, notWorld } from './model/expectation.ts';

export const nifcloudOpenIngress = defineAttributeRule({
  id: 'nifcloud-open-ingress',
  title: 'NIFCLOUD rule open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/security_group_rule',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/db_security_group',
  ],
  checks: [
    {
      type: 'nifcloud_security_group_rule',
      attribute: 'cidr_ip',
      expect: notWorld,
      when: { type: ifSetOneOf(['IN'], 'OUT') },
    },
    { type: 'nifcloud_db_security_group', within: 'rule', attribute: 'cidr_ip', expect: notWorld },
    { type: 'nifcloud_nas_security_group', within: 'rule', attribute: 'cidr_ip', expect: notWorld },
  ],
});

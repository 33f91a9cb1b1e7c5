import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld, oneOf } from './model/expectation.ts';

export const huaweiOpenIngress = defineAttributeRule({
  id: 'huawei-open-ingress',
  title: 'Huawei security group open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/huaweicloud/huaweicloud/latest/docs/resources/networking_secgroup_rule',
  ],
  checks: [
    {
      type: 'huaweicloud_networking_secgroup_rule',
      attribute: 'remote_ip_prefix',
      expect: notWorld,
      when: { direction: oneOf(['ingress'], 'egress') },
    },
  ],
});

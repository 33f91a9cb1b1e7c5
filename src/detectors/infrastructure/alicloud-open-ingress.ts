import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld, oneOf } from './model/expectation.ts';

export const alicloudOpenIngress = defineAttributeRule({
  id: 'alicloud-open-ingress',
  title: 'Alibaba rule open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/security_group_rule',
  ],
  checks: [
    {
      type: 'alicloud_security_group_rule',
      attribute: 'cidr_ip',
      expect: notWorld,
      when: { type: oneOf(['ingress'], 'egress') },
    },
  ],
});

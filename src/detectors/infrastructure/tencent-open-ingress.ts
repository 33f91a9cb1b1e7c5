import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, notWorld, oneOf } from './model/expectation.ts';

export const tencentOpenIngress = defineAttributeRule({
  id: 'tencent-open-ingress',
  title: 'Tencent security group open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/tencentcloudstack/tencentcloud/latest/docs/resources/security_group_rule',
    'https://registry.terraform.io/providers/tencentcloudstack/tencentcloud/latest/docs/resources/security_group_rule_set',
  ],
  checks: [
    {
      type: 'tencentcloud_security_group_rule',
      attribute: 'cidr_ip',
      expect: notWorld,
      when: { type: oneOf(['ingress'], 'egress'), policy: ifSetOneOf(['accept'], 'drop') },
    },
    { type: 'tencentcloud_security_group_rule_set', attribute: 'ingress.cidr_block', expect: notWorld },
  ],
});

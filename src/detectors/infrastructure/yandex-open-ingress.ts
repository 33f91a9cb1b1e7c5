import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld, oneOf } from './model/expectation.ts';

export const yandexOpenIngress = defineAttributeRule({
  id: 'yandex-open-ingress',
  title: 'Yandex security group open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/yandex-cloud/yandex/latest/docs/resources/vpc_security_group',
    'https://registry.terraform.io/providers/yandex-cloud/yandex/latest/docs/resources/vpc_security_group_rule',
    'https://registry.terraform.io/providers/yandex-cloud/yandex/latest/docs/resources/vpc_default_security_group',
  ],
  checks: [
    { type: 'yandex_vpc_security_group', attribute: 'ingress.v4_cidr_blocks', expect: notWorld },
    {
      type: 'yandex_vpc_security_group_rule',
      attribute: 'v4_cidr_blocks',
      expect: notWorld,
      when: { direction: oneOf(['ingress'], 'egress') },
    },
    { type: 'yandex_vpc_default_security_group', attribute: 'ingress.v4_cidr_blocks', expect: notWorld },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, oneOf } from './model/expectation.ts';

export const alicloudLoadBalancerTls = defineAttributeRule({
  id: 'alicloud-load-balancer-tls',
  title: 'Alibaba listener with old TLS',
  concern: 'weak-tls',
  fix: 'Use tls_cipher_policy_1_2 or newer.',
  references: ['https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/slb_listener'],
  checks: [
    {
      type: 'alicloud_slb_listener',
      attribute: 'tls_cipher_policy',
      expect: oneOf(
        ['tls_cipher_policy_1_2', 'tls_cipher_policy_1_2_strict', 'tls_cipher_policy_1_2_strict_with_1_3'],
        'tls_cipher_policy_1_0',
      ),
      when: { protocol: oneOf(['https'], 'http') },
    },
    { type: 'alicloud_slb_listener', attribute: 'protocol', expect: noneOf(['http'], 'https') },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, noneOf, notFalse, notMatching } from './model/expectation.ts';

export const nifcloudHttp = defineAttributeRule({
  id: 'nifcloud-http',
  title: 'NIFCLOUD load balancer on plain HTTP',
  concern: 'encryption-in-transit',
  fix: 'Use HTTPS.',
  references: [
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/elb',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/elb_listener',
  ],
  checks: [
    {
      type: 'nifcloud_elb',
      attribute: 'protocol',
      expect: notMatching(/^http$/, 'HTTPS', 'HTTP'),
      when: {
        'network_interface.is_vip_network': notFalse,
        'network_interface.network_id': ifSetOneOf(['net-COMMON_GLOBAL'], 'net-1'),
      },
    },
    { type: 'nifcloud_elb_listener', attribute: 'protocol', expect: notMatching(/^http$/, 'HTTPS', 'HTTP') },
    { type: 'nifcloud_load_balancer', attribute: 'load_balancer_port', expect: noneOf(['80'], 443) },
    { type: 'nifcloud_load_balancer_listener', attribute: 'load_balancer_port', expect: noneOf(['80'], 443) },
  ],
});

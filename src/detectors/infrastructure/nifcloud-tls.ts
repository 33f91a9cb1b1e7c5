import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isAbsent, oneOf } from './model/expectation.ts';

export const nifcloudTls = defineAttributeRule({
  id: 'nifcloud-tls',
  title: 'NIFCLOUD load balancer with an old TLS policy',
  concern: 'weak-tls',
  fix: 'Choose a TLS 1.2 policy.',
  references: [
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/load_balancer',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/load_balancer_listener',
  ],
  checks: [
    {
      type: 'nifcloud_load_balancer',
      attribute: 'ssl_policy_name',
      expect: oneOf(
        ['Standard Ciphers D ver1', 'Ats Ciphers A ver1', 'Standard Ciphers C ver1', 'Ats Ciphers D ver1'],
        'Standard Ciphers A ver1',
      ),
      when: { load_balancer_port: oneOf(['443'], 80), ssl_policy_id: isAbsent() },
    },
    {
      type: 'nifcloud_load_balancer_listener',
      attribute: 'ssl_policy_name',
      expect: oneOf(
        ['Standard Ciphers D ver1', 'Ats Ciphers A ver1', 'Standard Ciphers C ver1', 'Ats Ciphers D ver1'],
        'Standard Ciphers A ver1',
      ),
      when: { load_balancer_port: oneOf(['443'], 80), ssl_policy_id: isAbsent() },
    },
    {
      type: 'nifcloud_load_balancer',
      attribute: 'ssl_policy_id',
      expect: ifSetOneOf(['4', '5', '7', '8'], '1'),
    },
    {
      type: 'nifcloud_load_balancer_listener',
      attribute: 'ssl_policy_id',
      expect: ifSetOneOf(['4', '5', '7', '8'], '1'),
    },
  ],
});

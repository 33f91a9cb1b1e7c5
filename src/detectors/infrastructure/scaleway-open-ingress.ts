import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const scalewayOpenIngress = defineAttributeRule({
  id: 'scaleway-open-ingress',
  title: 'Scaleway group that accepts everything',
  concern: 'open-network',
  severity: 'medium',
  fix: 'Set `inbound_default_policy` to drop.',
  references: [
    'https://registry.terraform.io/providers/scaleway/scaleway/latest/docs/resources/instance_security_group',
  ],
  checks: [
    {
      type: 'scaleway_instance_security_group',
      attribute: 'inbound_default_policy',
      expect: oneOf(['drop'], 'accept'),
    },
  ],
});

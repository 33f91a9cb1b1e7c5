import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld, oneOf, setNotWorld } from './model/expectation.ts';

export const ibmOpenIngress = defineAttributeRule({
  id: 'ibm-open-ingress',
  title: 'IBM security group open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/is_security_group_rule',
    'https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/is_network_acl',
  ],
  checks: [
    {
      type: 'ibm_is_security_group_rule',
      attribute: 'remote',
      expect: setNotWorld,
      when: { direction: oneOf(['inbound'], 'outbound') },
    },
    {
      type: 'ibm_is_network_acl',
      attribute: 'rules.source',
      expect: notWorld,
      when: { 'rules.direction': oneOf(['inbound'], 'outbound'), 'rules.action': oneOf(['allow'], 'deny') },
    },
  ],
});

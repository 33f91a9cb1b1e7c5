import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld, oneOf, setNotWorld } from './model/expectation.ts';

export const openstackOpenIngress = defineAttributeRule({
  id: 'openstack-open-ingress',
  title: 'OpenStack rule open to the internet',
  concern: 'open-network',
  fix: 'Name the networks.',
  references: [
    'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/networking_secgroup_rule_v2',
    'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/fw_rule_v1',
  ],
  checks: [
    {
      type: 'openstack_networking_secgroup_rule_v2',
      attribute: 'remote_ip_prefix',
      expect: notWorld,
      when: { direction: oneOf(['ingress'], 'egress') },
    },
    {
      type: 'openstack_fw_rule_v1',
      attribute: 'source_ip_address',
      expect: setNotWorld,
      when: { action: oneOf(['allow'], 'deny') },
    },
  ],
});

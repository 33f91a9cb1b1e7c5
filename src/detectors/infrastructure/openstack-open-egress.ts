import { defineAttributeRule } from './define-attribute-rule.ts';
import { notWorld, oneOf } from './model/expectation.ts';

export const openstackOpenEgress = defineAttributeRule({
  id: 'openstack-open-egress',
  title: 'OpenStack rule that lets everything out',
  concern: 'open-egress',
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
      when: { direction: oneOf(['egress'], 'ingress') },
    },
    {
      type: 'openstack_fw_rule_v1',
      attribute: 'destination_ip_address',
      expect: notWorld,
      when: { action: oneOf(['allow'], 'deny') },
    },
  ],
});

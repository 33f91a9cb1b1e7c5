import { defineAttributeRule } from './define-attribute-rule.ts';
import { isDescribed } from './model/expectation.ts';

export const openstackSecurityGroupDescription = defineAttributeRule({
  id: 'openstack-security-group-description',
  title: 'OpenStack group without a description',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Say what it is for.',
  references: [
    'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/networking_secgroup_v2',
    'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/compute_secgroup_v2',
  ],
  checks: [
    { type: 'openstack_networking_secgroup_v2', attribute: 'description', expect: isDescribed },
    { type: 'openstack_compute_secgroup_v2', attribute: 'description', expect: isDescribed },
  ],
});

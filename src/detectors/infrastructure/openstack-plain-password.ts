import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const openstackPlainPassword = defineAttributeRule({
  id: 'openstack-plain-password',
  title: 'OpenStack instance password in plain text',
  concern: 'plain-secret',
  fix: 'Use `key_pair`.',
  references: [
    'https://registry.terraform.io/providers/terraform-provider-openstack/openstack/latest/docs/resources/compute_instance_v2',
  ],
  checks: [
    { type: 'openstack_compute_instance_v2', attribute: 'admin_pass', expect: isAbsent('example-password') },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const googleVmPublicIp = defineAttributeRule({
  id: 'google-vm-public-ip',
  title: 'Instance with a public address',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Leave out `access_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_template',
  ],
  checks: [
    {
      type: 'google_compute_instance',
      attribute: 'network_interface.access_config',
      expect: { ...isAbsent({}), isBroken: () => true },
    },
    {
      type: 'google_compute_instance_template',
      attribute: 'network_interface.access_config',
      expect: { ...isAbsent({}), isBroken: () => true },
    },
  ],
});

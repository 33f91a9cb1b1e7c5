import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const googleVmIpForwarding = defineAttributeRule({
  id: 'google-vm-ip-forwarding',
  title: 'Instance that forwards packets',
  concern: 'hardening',
  fix: 'Set `can_ip_forward` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_template',
  ],
  checks: [
    { type: 'google_compute_instance', attribute: 'can_ip_forward', expect: notTrue },
    { type: 'google_compute_instance_template', attribute: 'can_ip_forward', expect: notTrue },
  ],
});

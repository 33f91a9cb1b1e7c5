import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleVmVtpm = defineAttributeRule({
  id: 'google-vm-vtpm',
  title: 'Instance without a virtual TPM',
  concern: 'integrity',
  severity: 'medium',
  fix: 'Set `shielded_instance_config.enable_vtpm` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_template',
  ],
  checks: [
    { type: 'google_compute_instance', attribute: 'shielded_instance_config.enable_vtpm', expect: notFalse },
    {
      type: 'google_compute_instance_template',
      attribute: 'shielded_instance_config.enable_vtpm',
      expect: notFalse,
    },
  ],
});

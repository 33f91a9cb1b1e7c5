import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const googleVmSerialPort = defineAttributeRule({
  id: 'google-vm-serial-port',
  title: 'Instance with a serial console',
  concern: 'hardening',
  fix: 'Set the metadata serial-port-enable to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_project_metadata',
  ],
  checks: [
    { type: 'google_compute_instance', attribute: 'metadata.serial-port-enable', expect: notTrue },
    { type: 'google_compute_project_metadata', attribute: 'metadata.serial-port-enable', expect: notTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const googleVmSecureBoot = defineAttributeRule({
  id: 'google-vm-secure-boot',
  title: 'Instance without secure boot',
  concern: 'integrity',
  severity: 'medium',
  fix: 'Set `shielded_instance_config.enable_secure_boot` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_template',
  ],
  checks: [
    {
      type: 'google_compute_instance',
      attribute: 'shielded_instance_config.enable_secure_boot',
      expect: isTrue,
    },
    {
      type: 'google_compute_instance_template',
      attribute: 'shielded_instance_config.enable_secure_boot',
      expect: isTrue,
    },
    {
      type: 'google_notebooks_instance',
      attribute: 'shielded_instance_config.enable_secure_boot',
      expect: notFalse,
    },
    {
      type: 'google_workbench_instance',
      attribute: 'gce_setup.shielded_instance_config.enable_secure_boot',
      expect: notFalse,
    },
  ],
});

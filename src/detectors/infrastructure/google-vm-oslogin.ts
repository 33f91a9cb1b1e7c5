import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, isTrue, noneOf, notFalse } from './model/expectation.ts';

export const googleVmOslogin = defineAttributeRule({
  id: 'google-vm-oslogin',
  title: 'OS Login switched off',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set the metadata enable-oslogin to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_project_metadata',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
  ],
  checks: [
    { type: 'google_compute_project_metadata', attribute: 'metadata.enable-oslogin', expect: isTrue },
    { type: 'google_compute_instance', attribute: 'metadata.enable-oslogin', expect: notFalse },
    {
      type: 'google_compute_project_metadata_item',
      attribute: 'value',
      expect: noneOf(['false'], 'TRUE'),
      when: { key: anyMatching(/^enable-oslogin$/, 'enable-oslogin') },
    },
  ],
});

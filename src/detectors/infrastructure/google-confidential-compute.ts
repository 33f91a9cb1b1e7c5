import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const googleConfidentialCompute = defineAttributeRule({
  id: 'google-confidential-compute',
  title: 'Machine whose memory is not encrypted',
  concern: 'encryption-at-rest',
  severity: 'info',
  fix: 'Switch confidential computing on where the data calls for it.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_template',
  ],
  checks: [
    {
      type: 'google_compute_instance',
      attribute: 'confidential_instance_config.enable_confidential_compute',
      expect: isTrue,
    },
    { type: 'google_container_cluster', attribute: 'confidential_nodes.enabled', expect: notFalse },
    {
      type: 'google_compute_instance_template',
      attribute: 'confidential_instance_config.enable_confidential_compute',
      expect: notFalse,
    },
  ],
});

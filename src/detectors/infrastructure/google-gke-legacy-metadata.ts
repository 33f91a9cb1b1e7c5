import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleGkeLegacyMetadata = defineAttributeRule({
  id: 'google-gke-legacy-metadata',
  title: 'GKE nodes with legacy metadata endpoints',
  concern: 'hardening',
  fix: 'Set `metadata.disable-legacy-endpoints`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool',
  ],
  checks: [
    { type: 'google_container_cluster', attribute: 'metadata.disable-legacy-endpoints', expect: notFalse },
    {
      type: 'google_container_cluster',
      attribute: 'node_config.metadata.disable-legacy-endpoints',
      expect: notFalse,
    },
    {
      type: 'google_container_node_pool',
      attribute: 'node_config.metadata.disable-legacy-endpoints',
      expect: notFalse,
    },
  ],
});

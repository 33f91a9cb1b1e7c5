import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf } from './model/expectation.ts';

export const googleGkeNodeMetadata = defineAttributeRule({
  id: 'google-gke-node-metadata',
  title: 'GKE nodes that expose instance metadata',
  concern: 'hardening',
  fix: 'Set `node_config.workload_metadata_config.mode`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'node_config.workload_metadata_config.mode',
      expect: ifSetOneOf(['GKE_METADATA'], 'GCE_METADATA'),
    },
    {
      type: 'google_container_cluster',
      attribute: 'node_config.workload_metadata_config.node_metadata',
      expect: ifSetOneOf(['SECURE', 'GKE_METADATA_SERVER'], 'EXPOSE'),
    },
    {
      type: 'google_container_node_pool',
      attribute: 'node_config.workload_metadata_config.node_metadata',
      expect: ifSetOneOf(['SECURE', 'GKE_METADATA_SERVER'], 'EXPOSE'),
    },
    {
      type: 'google_container_node_pool',
      attribute: 'node_config.workload_metadata_config.mode',
      expect: ifSetOneOf(['GKE_METADATA'], 'GCE_METADATA'),
    },
  ],
});

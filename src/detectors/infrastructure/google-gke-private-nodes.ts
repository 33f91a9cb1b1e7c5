import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const googleGkePrivateNodes = defineAttributeRule({
  id: 'google-gke-private-nodes',
  title: 'GKE nodes with public addresses',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `private_cluster_config.enable_private_nodes`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'private_cluster_config.enable_private_nodes',
      expect: isTrue,
    },
    {
      type: 'google_container_node_pool',
      attribute: 'network_config.enable_private_nodes',
      expect: notFalse,
    },
  ],
});

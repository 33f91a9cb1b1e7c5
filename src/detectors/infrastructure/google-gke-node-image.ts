import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const googleGkeNodeImage = defineAttributeRule({
  id: 'google-gke-node-image',
  title: 'GKE nodes on another system than Container-Optimized OS',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `node_config.image_type`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'node_config.image_type',
      expect: notMatching(/^(?!cos)/, 'COS_CONTAINERD', 'UBUNTU_CONTAINERD'),
    },
    {
      type: 'google_container_node_pool',
      attribute: 'node_config.image_type',
      expect: notMatching(/^(?!cos)/, 'a', 'b'),
    },
  ],
});

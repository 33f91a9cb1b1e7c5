import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset, notFalse, notWorld } from './model/expectation.ts';

export const googleGkeOpenControlPlane = defineAttributeRule({
  id: 'google-gke-open-control-plane',
  title: 'GKE control plane open to every network',
  concern: 'open-network',
  fix: 'Set `master_authorized_networks_config.cidr_blocks.cidr_block`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'master_authorized_networks_config.cidr_blocks.cidr_block',
      expect: notWorld,
    },
    {
      type: 'google_container_cluster',
      attribute: 'private_cluster_config.enable_private_endpoint',
      expect: notFalse,
      when: { 'master_authorized_networks_config.cidr_blocks.cidr_block': isUnset() },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleGkeAuthorizedNetworks = defineAttributeRule({
  id: 'google-gke-authorized-networks',
  title: 'GKE control plane without authorised networks',
  concern: 'open-network',
  severity: 'medium',
  fix: 'Set `master_authorized_networks_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'master_authorized_networks_config',
      expect: isPresent({ cidr_blocks: { cidr_block: '10.0.0.0/16' } }),
    },
  ],
});

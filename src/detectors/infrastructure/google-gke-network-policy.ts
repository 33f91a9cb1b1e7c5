import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, noneOf, notTrue } from './model/expectation.ts';

export const googleGkeNetworkPolicy = defineAttributeRule({
  id: 'google-gke-network-policy',
  title: 'GKE cluster without network policy',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Set `network_policy.enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'network_policy.enabled',
      expect: isTrue,
      when: {
        datapath_provider: noneOf(['ADVANCED_DATAPATH'], 'LEGACY_DATAPATH'),
        enable_autopilot: notTrue,
      },
    },
    {
      type: 'google_container_cluster',
      attribute: 'addons_config.network_policy_config.disabled',
      expect: notTrue,
    },
    {
      type: 'google_container_cluster',
      attribute: 'datapath_provider',
      expect: noneOf(['LEGACY_DATAPATH'], 'ADVANCED_DATAPATH'),
    },
  ],
});

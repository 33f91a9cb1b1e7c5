import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, noneOf } from './model/expectation.ts';

export const googleGkeIpAliasing = defineAttributeRule({
  id: 'google-gke-ip-aliasing',
  title: 'GKE cluster without alias addresses',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `ip_allocation_policy`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'ip_allocation_policy',
      expect: isPresent({ cluster_secondary_range_name: 'pods' }),
    },
    {
      type: 'google_container_cluster',
      attribute: 'networking_mode',
      expect: noneOf(['ROUTES'], 'VPC_NATIVE'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleGkeLabels = defineAttributeRule({
  id: 'google-gke-labels',
  title: 'GKE cluster without labels',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Set `resource_labels`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'resource_labels',
      expect: isPresent({ team: 'platform' }),
    },
  ],
});

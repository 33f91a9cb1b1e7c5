import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf } from './model/expectation.ts';

export const googleGkeMonitoring = defineAttributeRule({
  id: 'google-gke-monitoring',
  title: 'GKE cluster without monitoring',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `monitoring_service`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'monitoring_service',
      expect: ifSetOneOf(['monitoring.googleapis.com/kubernetes'], 'none'),
    },
  ],
});

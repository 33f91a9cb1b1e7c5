import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleGkeDashboard = defineAttributeRule({
  id: 'google-gke-dashboard',
  title: 'Cluster with the web dashboard',
  concern: 'hardening',
  fix: 'Leave it disabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'addons_config.kubernetes_dashboard.disabled',
      expect: notFalse,
    },
  ],
});

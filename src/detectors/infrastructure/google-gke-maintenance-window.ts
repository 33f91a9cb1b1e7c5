import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleGkeMaintenanceWindow = defineAttributeRule({
  id: 'google-gke-maintenance-window',
  title: 'Cluster that is upgraded at any hour',
  concern: 'maintenance',
  severity: 'info',
  fix: 'Set a `maintenance_policy`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [{ type: 'google_container_cluster', attribute: 'maintenance_policy', expect: isPresent() }],
});

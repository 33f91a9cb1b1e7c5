import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const googleGkeAutoRepair = defineAttributeRule({
  id: 'google-gke-auto-repair',
  title: 'Node pool without automatic repair',
  concern: 'maintenance',
  fix: 'Set `management.auto_repair`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool',
  ],
  checks: [
    { type: 'google_container_node_pool', attribute: 'management.auto_repair', expect: isTrue },
    {
      type: 'google_container_cluster',
      attribute: 'cluster_autoscaling.auto_provisioning_defaults.management.auto_repair',
      expect: notFalse,
    },
  ],
});

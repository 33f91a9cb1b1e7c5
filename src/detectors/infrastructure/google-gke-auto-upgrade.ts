import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const googleGkeAutoUpgrade = defineAttributeRule({
  id: 'google-gke-auto-upgrade',
  title: 'Node pool without automatic upgrades',
  concern: 'maintenance',
  fix: 'Set `management.auto_upgrade`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool',
  ],
  checks: [
    { type: 'google_container_node_pool', attribute: 'management.auto_upgrade', expect: isTrue },
    {
      type: 'google_container_cluster',
      attribute: 'cluster_autoscaling.auto_provisioning_defaults.management.auto_upgrade',
      expect: notFalse,
    },
  ],
});

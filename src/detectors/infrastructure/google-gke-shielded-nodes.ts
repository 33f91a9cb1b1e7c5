import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleGkeShieldedNodes = defineAttributeRule({
  id: 'google-gke-shielded-nodes',
  title: 'GKE cluster without shielded nodes',
  concern: 'integrity',
  fix: 'Set `enable_shielded_nodes`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [{ type: 'google_container_cluster', attribute: 'enable_shielded_nodes', expect: notFalse }],
});

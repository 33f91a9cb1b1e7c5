import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const googleGkeIntranodeVisibility = defineAttributeRule({
  id: 'google-gke-intranode-visibility',
  title: 'Cluster whose own traffic is not seen',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `enable_intranode_visibility`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [{ type: 'google_container_cluster', attribute: 'enable_intranode_visibility', expect: isTrue }],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const googleGkeAlpha = defineAttributeRule({
  id: 'google-gke-alpha',
  title: 'Cluster with features that are not finished',
  concern: 'hardening',
  fix: 'Leave it off.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [{ type: 'google_container_cluster', attribute: 'enable_kubernetes_alpha', expect: notTrue }],
});

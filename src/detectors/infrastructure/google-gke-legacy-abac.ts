import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const googleGkeLegacyAbac = defineAttributeRule({
  id: 'google-gke-legacy-abac',
  title: 'GKE cluster with legacy authorisation',
  concern: 'least-privilege',
  fix: 'Set `enable_legacy_abac`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [{ type: 'google_container_cluster', attribute: 'enable_legacy_abac', expect: notTrue }],
});

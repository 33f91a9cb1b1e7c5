import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const googleLegacyNetwork = defineAttributeRule({
  id: 'google-legacy-network',
  title: 'Network with automatic subnetworks',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `auto_create_subnetworks` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_network',
  ],
  checks: [{ type: 'google_compute_network', attribute: 'auto_create_subnetworks', expect: isFalse }],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const googleArmorPreview = defineAttributeRule({
  id: 'google-armor-preview',
  title: 'Firewall rule that only watches',
  concern: 'hardening',
  severity: 'low',
  fix: 'Remove `preview`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_security_policy',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_security_policy_rule',
  ],
  checks: [
    { type: 'google_compute_security_policy', attribute: 'rule.preview', expect: notTrue },
    { type: 'google_compute_security_policy_rule', attribute: 'preview', expect: notTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching, notMatching } from './model/expectation.ts';

export const googleArmorAllowsAttack = defineAttributeRule({
  id: 'google-armor-allows-attack',
  title: 'Rule that lets a known attack through',
  concern: 'hardening',
  fix: 'Deny it.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_security_policy',
  ],
  checks: [
    {
      type: 'google_compute_security_policy',
      within: 'rule',
      attribute: 'action',
      expect: notMatching(/^allow$/, 'deny(403)', 'allow'),
      when: {
        'match.expr.expression': matching(
          /cve-canary|evaluatepreconfigured/,
          "evaluatePreconfiguredExpr('cve-canary')",
          'true',
        ),
      },
    },
  ],
});

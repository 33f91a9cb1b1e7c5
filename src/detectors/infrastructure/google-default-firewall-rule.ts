import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const googleDefaultFirewallRule = defineAttributeRule({
  id: 'google-default-firewall-rule',
  title: 'Default firewall rule kept',
  concern: 'hardening',
  severity: 'medium',
  fix: 'Remove the rules of the default network.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall',
  ],
  checks: [
    {
      type: 'google_compute_firewall',
      attribute: 'name',
      expect: notMatching(/^default-allow-/, 'app-allow-https', 'default-allow-ssh'),
    },
  ],
});

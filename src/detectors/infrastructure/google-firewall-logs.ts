import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleFirewallLogs = defineAttributeRule({
  id: 'google-firewall-logs',
  title: 'Firewall rule that keeps no log',
  concern: 'logging',
  severity: 'info',
  fix: 'Add `log_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_firewall',
  ],
  checks: [
    {
      type: 'google_compute_firewall',
      attribute: 'log_config.metadata',
      expect: isPresent('INCLUDE_ALL_METADATA'),
    },
  ],
});

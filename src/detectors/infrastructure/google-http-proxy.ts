import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleHttpProxy = defineAttributeRule({
  id: 'google-http-proxy',
  title: 'Load balancer on plain HTTP',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Use a target HTTPS proxy.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_global_forwarding_rule',
  ],
  checks: [
    {
      type: 'google_compute_global_forwarding_rule',
      attribute: 'port_range',
      expect: noneOf(['80', '80-80', '8080'], '443'),
    },
  ],
});

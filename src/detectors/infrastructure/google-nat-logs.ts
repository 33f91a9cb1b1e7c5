import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const googleNatLogs = defineAttributeRule({
  id: 'google-nat-logs',
  title: 'Address translation without a log',
  concern: 'logging',
  severity: 'low',
  fix: 'Enable `log_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_router_nat',
  ],
  checks: [{ type: 'google_compute_router_nat', attribute: 'log_config.enable', expect: isTrue }],
});

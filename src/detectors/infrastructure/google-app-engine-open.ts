import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, noneOf } from './model/expectation.ts';

export const googleAppEngineOpen = defineAttributeRule({
  id: 'google-app-engine-open',
  title: 'Application that admits the whole internet',
  concern: 'open-network',
  severity: 'low',
  fix: 'Name the ranges that are allowed.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/app_engine_firewall_rule',
  ],
  checks: [
    {
      type: 'google_app_engine_firewall_rule',
      attribute: 'source_range',
      expect: noneOf(['*', '0.0.0.0/0', '::/0'], '10.0.0.0/8'),
      when: { action: ifSetOneOf(['ALLOW'], 'DENY') },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, noneOf, notFalse } from './model/expectation.ts';

export const googleSubnetworkFlowLogs = defineAttributeRule({
  id: 'google-subnetwork-flow-logs',
  title: 'Subnetwork without flow logs',
  concern: 'logging',
  severity: 'low',
  fix: 'Add `log_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_subnetwork',
  ],
  checks: [
    {
      type: 'google_compute_subnetwork',
      attribute: 'log_config',
      expect: isPresent({ aggregation_interval: 'INTERVAL_5_SEC' }),
      when: {
        purpose: noneOf(
          [
            'INTERNAL_HTTPS_LOAD_BALANCER',
            'REGIONAL_MANAGED_PROXY',
            'GLOBAL_MANAGED_PROXY',
            'PRIVATE_SERVICE_CONNECT',
          ],
          'PRIVATE',
        ),
        enable_flow_logs: notFalse,
      },
    },
    { type: 'google_compute_subnetwork', attribute: 'enable_flow_logs', expect: notFalse },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleRunIngress = defineAttributeRule({
  id: 'google-run-ingress',
  title: 'Service that answers the whole internet',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Restrict the ingress to internal traffic or a load balancer.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions2_function',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions_function',
  ],
  checks: [
    {
      type: 'google_cloud_run_v2_service',
      attribute: 'ingress',
      expect: noneOf(['ingress_traffic_all'], 'INGRESS_TRAFFIC_INTERNAL_ONLY'),
    },
    {
      type: 'google_cloudfunctions2_function',
      attribute: 'service_config.ingress_settings',
      expect: noneOf(['allow_all'], 'ALLOW_INTERNAL_ONLY'),
    },
    {
      type: 'google_cloudfunctions_function',
      attribute: 'ingress_settings',
      expect: noneOf(['allow_all'], 'ALLOW_INTERNAL_ONLY'),
    },
    {
      type: 'google_cloudfunctions_function',
      attribute: 'https_trigger_security_level',
      expect: noneOf(['secure_optional'], 'SECURE_ALWAYS'),
    },
  ],
});

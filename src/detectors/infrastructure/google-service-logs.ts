import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const googleServiceLogs = defineAttributeRule({
  id: 'google-service-logs',
  title: 'Service that keeps no log',
  concern: 'logging',
  severity: 'low',
  fix: 'Switch logging on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/data_fusion_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dialogflow_cx_agent',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dialogflow_cx_webhook',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_region_backend_service',
  ],
  checks: [
    { type: 'google_data_fusion_instance', attribute: 'enable_stackdriver_logging', expect: notFalse },
    { type: 'google_data_fusion_instance', attribute: 'enable_stackdriver_monitoring', expect: notFalse },
    { type: 'google_dialogflow_cx_agent', attribute: 'enable_stackdriver_logging', expect: notFalse },
    {
      type: 'google_dialogflow_cx_agent',
      attribute: 'advanced_settings.logging_settings.enable_stackdriver_logging',
      expect: notFalse,
    },
    { type: 'google_dialogflow_cx_webhook', attribute: 'enable_stackdriver_logging', expect: notFalse },
    { type: 'google_compute_region_backend_service', attribute: 'log_config.enable', expect: notFalse },
    { type: 'google_dns_policy', attribute: 'enable_logging', expect: isTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleUptimeTls = defineAttributeRule({
  id: 'google-uptime-tls',
  title: 'Check that does not verify TLS',
  concern: 'encryption-in-transit',
  severity: 'info',
  fix: 'Set `use_ssl` and `validate_ssl`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/monitoring_uptime_check_config',
  ],
  checks: [
    { type: 'google_monitoring_uptime_check_config', attribute: 'http_check.use_ssl', expect: notFalse },
    { type: 'google_monitoring_uptime_check_config', attribute: 'http_check.validate_ssl', expect: notFalse },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const googleBackendLogs = defineAttributeRule({
  id: 'google-backend-logs',
  title: 'Backend whose requests are not logged',
  concern: 'logging',
  severity: 'low',
  fix: 'Enable `log_config`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_backend_service',
  ],
  checks: [{ type: 'google_compute_backend_service', attribute: 'log_config.enable', expect: isTrue }],
});

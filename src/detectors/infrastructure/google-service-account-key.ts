import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const googleServiceAccountKey = defineAttributeRule({
  id: 'google-service-account-key',
  title: 'Service account key made by the configuration',
  concern: 'plain-secret',
  severity: 'medium',
  fix: 'Use workload identity.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/service_account_key',
  ],
  checks: [
    {
      type: 'google_service_account_key',
      attribute: 'service_account_id',
      expect: { ...isAbsent('example'), isBroken: () => true },
    },
  ],
});

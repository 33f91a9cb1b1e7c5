import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const googleKmsDestroyDelay = defineAttributeRule({
  id: 'google-kms-destroy-delay',
  title: 'Key that is gone within days',
  concern: 'availability',
  severity: 'low',
  fix: 'Leave thirty days.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key',
  ],
  checks: [
    {
      type: 'google_kms_crypto_key',
      attribute: 'destroy_scheduled_duration',
      expect: notMatching(/^(?:\d{1,5}|[1-5]\d{5})s$/, '2592000s', '86400s'),
    },
  ],
});

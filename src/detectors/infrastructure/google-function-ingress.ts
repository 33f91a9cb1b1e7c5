import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const googleFunctionIngress = defineAttributeRule({
  id: 'google-function-ingress',
  title: 'Cloud function open to the internet',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Set `ingress_settings` to ALLOW_INTERNAL_ONLY.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions_function',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions2_function',
  ],
  checks: [
    {
      type: 'google_cloudfunctions_function',
      attribute: 'ingress_settings',
      expect: oneOf(['ALLOW_INTERNAL_ONLY', 'ALLOW_INTERNAL_AND_GCLB'], 'ALLOW_ALL'),
    },
    {
      type: 'google_cloudfunctions2_function',
      attribute: 'service_config.ingress_settings',
      expect: oneOf(['ALLOW_INTERNAL_ONLY', 'ALLOW_INTERNAL_AND_GCLB'], 'ALLOW_ALL'),
    },
  ],
});

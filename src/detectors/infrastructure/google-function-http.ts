import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, oneOf } from './model/expectation.ts';

export const googleFunctionHttp = defineAttributeRule({
  id: 'google-function-http',
  title: 'Function that answers plain HTTP',
  concern: 'encryption-in-transit',
  fix: 'Set SECURE_ALWAYS.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions_function',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/app_engine_standard_app_version',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/app_engine_flexible_app_version',
  ],
  checks: [
    {
      type: 'google_cloudfunctions_function',
      attribute: 'https_trigger_security_level',
      expect: oneOf(['SECURE_ALWAYS'], 'SECURE_OPTIONAL'),
      when: { trigger_http: oneOf(['true'], false) },
    },
    {
      type: 'google_app_engine_standard_app_version',
      attribute: 'handlers.security_level',
      expect: noneOf(['SECURE_OPTIONAL', 'SECURE_NEVER'], 'SECURE_ALWAYS'),
    },
    {
      type: 'google_app_engine_flexible_app_version',
      attribute: 'handlers.security_level',
      expect: noneOf(['SECURE_OPTIONAL', 'SECURE_NEVER'], 'SECURE_ALWAYS'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const googleFunctionPlainSecret = defineAttributeRule({
  id: 'google-function-plain-secret',
  title: 'Password in a function’s environment',
  concern: 'plain-secret',
  confidence: 'medium',
  fix: 'Use `secret_environment_variables`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions_function',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions2_function',
  ],
  checks: [
    {
      type: 'google_cloudfunctions_function',
      attribute: 'environment_variables.*PASSWORD',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'google_cloudfunctions_function',
      attribute: 'environment_variables.*API_KEY',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'google_cloudfunctions_function',
      attribute: 'environment_variables.*SECRET_KEY',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'google_cloudfunctions_function',
      attribute: 'environment_variables.*TOKEN',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'google_cloudfunctions2_function',
      attribute: 'service_config.environment_variables.*PASSWORD',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'google_cloudfunctions2_function',
      attribute: 'service_config.environment_variables.*API_KEY',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'google_cloudfunctions2_function',
      attribute: 'service_config.environment_variables.*SECRET_KEY',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'google_cloudfunctions2_function',
      attribute: 'service_config.environment_variables.*TOKEN',
      expect: isAbsent('s3cure-Value'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleApiKeyUnrestricted = defineAttributeRule({
  id: 'google-api-key-unrestricted',
  title: 'Key that calls every API',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Set `restrictions`.',
  references: ['https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/apikeys_key'],
  checks: [
    {
      type: 'google_apikeys_key',
      attribute: 'restrictions',
      expect: isPresent({ api_targets: { service: 'translate.googleapis.com' } }),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching, noneOf } from './model/expectation.ts';

export const googleVmFullScope = defineAttributeRule({
  id: 'google-vm-full-scope',
  title: 'Instance with access to every API',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Name the scopes, or use a service account with few roles.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance',
  ],
  checks: [
    {
      type: 'google_compute_instance',
      attribute: 'service_account.scopes',
      expect: noneOf(['cloud-platform', 'https://www.googleapis.com/auth/cloud-platform'], ['logging-write']),
      when: {
        'service_account.email': matching(
          /-compute@developer\.gserviceaccount\.com$/,
          '123-compute@developer.gserviceaccount.com',
          'x',
        ),
      },
    },
  ],
});

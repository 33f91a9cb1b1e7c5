import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleBackendHttp = defineAttributeRule({
  id: 'google-backend-http',
  title: 'Load balancer that talks plain HTTP to its backends',
  concern: 'encryption-in-transit',
  severity: 'info',
  fix: 'Set `protocol` to HTTPS.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_backend_service',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_region_backend_service',
  ],
  checks: [
    { type: 'google_compute_backend_service', attribute: 'protocol', expect: noneOf(['HTTP'], 'HTTPS') },
    {
      type: 'google_compute_region_backend_service',
      attribute: 'protocol',
      expect: noneOf(['HTTP'], 'HTTPS'),
    },
  ],
});

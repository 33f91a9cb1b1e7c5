import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleServicePerimeterEmpty = defineAttributeRule({
  id: 'google-service-perimeter-empty',
  title: 'Perimeter that protects no service',
  concern: 'hardening',
  severity: 'medium',
  fix: 'Name the services in `restricted_services`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/access_context_manager_service_perimeter',
  ],
  checks: [
    {
      type: 'google_access_context_manager_service_perimeter',
      within: 'status',
      attribute: 'restricted_services',
      expect: isPresent(['storage.googleapis.com']),
    },
    {
      type: 'google_access_context_manager_service_perimeter',
      within: 'spec',
      attribute: 'restricted_services',
      expect: isPresent(['storage.googleapis.com']),
    },
  ],
});

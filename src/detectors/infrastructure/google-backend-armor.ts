import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isPresent } from './model/expectation.ts';

export const googleBackendArmor = defineAttributeRule({
  id: 'google-backend-armor',
  title: 'Backend without a web firewall',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `security_policy`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_backend_service',
  ],
  checks: [
    {
      type: 'google_compute_backend_service',
      attribute: 'security_policy',
      expect: isPresent('projects/p/global/securityPolicies/web'),
      when: { load_balancing_scheme: ifSetOneOf(['EXTERNAL', 'EXTERNAL_MANAGED'], 'INTERNAL_MANAGED') },
    },
  ],
});

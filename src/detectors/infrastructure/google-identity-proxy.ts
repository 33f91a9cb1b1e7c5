import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleIdentityProxy = defineAttributeRule({
  id: 'google-identity-proxy',
  title: 'Application without Identity-Aware Proxy',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Enable IAP.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/app_engine_application',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_backend_service',
  ],
  checks: [
    { type: 'google_app_engine_application', attribute: 'iap.enabled', expect: notFalse },
    { type: 'google_compute_backend_service', attribute: 'iap.enabled', expect: notFalse },
  ],
});

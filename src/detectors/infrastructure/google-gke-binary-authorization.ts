import { defineAttributeRule } from './define-attribute-rule.ts';
import { setNoneOf } from './model/expectation.ts';

export const googleGkeBinaryAuthorization = defineAttributeRule({
  id: 'google-gke-binary-authorization',
  title: 'GKE cluster without binary authorisation',
  concern: 'integrity',
  severity: 'low',
  fix: 'Set `binary_authorization.evaluation_mode`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'binary_authorization.evaluation_mode',
      expect: setNoneOf(['DISABLED'], 'PROJECT_SINGLETON_POLICY_ENFORCE'),
    },
  ],
});

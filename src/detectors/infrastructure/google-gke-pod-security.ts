import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleGkePodSecurity = defineAttributeRule({
  id: 'google-gke-pod-security',
  title: 'GKE cluster without pod security',
  concern: 'hardening',
  fix: 'Set `pod_security_policy_config.enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    { type: 'google_container_cluster', attribute: 'pod_security_policy_config.enabled', expect: notFalse },
  ],
});

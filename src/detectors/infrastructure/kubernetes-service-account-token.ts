import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const kubernetesServiceAccountToken = defineAttributeRule({
  id: 'kubernetes-service-account-token',
  title: 'Pod that gets a service account token',
  concern: 'least-privilege',
  severity: 'info',
  fix: 'Set `automountServiceAccountToken` to false where the API is not used.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [{ type: 'kubernetes/pod', attribute: 'automountServiceAccountToken', expect: isFalse }],
});

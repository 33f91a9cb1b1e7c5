import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse, notTrue } from './model/expectation.ts';

export const kubernetesServiceAccountToken = defineAttributeRule({
  id: 'kubernetes-service-account-token',
  title: 'Pod that gets a service account token',
  concern: 'least-privilege',
  severity: 'info',
  fix: 'Set `automountServiceAccountToken` to false where the API is not used.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    { type: 'kubernetes/pod', attribute: 'automountServiceAccountToken', expect: isFalse },
    { type: 'kubernetes/ServiceAccount', attribute: 'automountServiceAccountToken', expect: notTrue },
    { type: 'helm/values', attribute: 'serviceAccount.automount', expect: notTrue },
    { type: 'helm/values', attribute: 'serviceAccount.automountServiceAccountToken', expect: notTrue },
    { type: 'helm/values', attribute: 'automountServiceAccountToken', expect: notTrue },
  ],
});

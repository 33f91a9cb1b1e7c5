import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesNetworkPolicySelector = defineAttributeRule({
  id: 'kubernetes-network-policy-selector',
  title: 'Network policy without a pod selector',
  concern: 'hardening',
  fix: 'Set `spec.podSelector`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/NetworkPolicy',
      attribute: 'spec.podSelector',
      expect: isPresent({ matchLabels: { app: 'db' } }),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesLivenessProbe = defineAttributeRule({
  id: 'kubernetes-liveness-probe',
  title: 'Container without a liveness probe',
  concern: 'availability',
  severity: 'info',
  fix: 'Add a `livenessProbe`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'livenessProbe',
      expect: isPresent({ httpGet: { path: '/' } }),
    },
  ],
});

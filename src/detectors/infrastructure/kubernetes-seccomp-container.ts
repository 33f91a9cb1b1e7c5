import { defineAttributeRule } from './define-attribute-rule.ts';
import { setNoneOf } from './model/expectation.ts';

export const kubernetesSeccompContainer = defineAttributeRule({
  id: 'kubernetes-seccomp-container',
  title: 'Container without a seccomp profile',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `seccompProfile.type` to RuntimeDefault.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.seccompProfile.type',
      expect: setNoneOf(['Unconfined'], 'RuntimeDefault'),
    },
  ],
});

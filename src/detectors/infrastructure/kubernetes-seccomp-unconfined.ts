import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesSeccompUnconfined = defineAttributeRule({
  id: 'kubernetes-seccomp-unconfined',
  title: 'Pod without confinement by seccomp',
  concern: 'hardening',
  fix: 'Set `seccompProfile.type` to RuntimeDefault.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/pod',
      attribute: 'securityContext.seccompProfile.type',
      expect: noneOf(['Unconfined'], 'RuntimeDefault'),
    },
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.seccompProfile.type',
      expect: noneOf(['Unconfined'], 'RuntimeDefault'),
    },
    {
      type: 'kubernetes/object',
      attribute: 'metadata.annotations.seccomp\\.security\\.alpha\\.kubernetes\\.io/pod',
      expect: noneOf(['unconfined'], 'runtime/default'),
    },
    {
      type: 'kubernetes/object',
      attribute: 'spec.template.metadata.annotations.seccomp\\.security\\.alpha\\.kubernetes\\.io/pod',
      expect: noneOf(['unconfined'], 'runtime/default'),
    },
    {
      type: 'kubernetes/object',
      attribute: 'metadata.annotations.container\\.seccomp\\.security\\.alpha\\.kubernetes\\.io/*',
      expect: noneOf(['unconfined'], 'runtime/default'),
    },
    {
      type: 'kubernetes/object',
      attribute:
        'spec.template.metadata.annotations.container\\.seccomp\\.security\\.alpha\\.kubernetes\\.io/*',
      expect: noneOf(['unconfined'], 'runtime/default'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notMatching } from './model/expectation.ts';

export const kubernetesApparmor = defineAttributeRule({
  id: 'kubernetes-apparmor',
  title: 'Container without confinement by AppArmor',
  concern: 'hardening',
  fix: 'Set `appArmorProfile.type` to RuntimeDefault.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.appArmorProfile.type',
      expect: noneOf(['Unconfined'], 'RuntimeDefault'),
    },
    {
      type: 'kubernetes/pod',
      attribute: 'securityContext.appArmorProfile.type',
      expect: noneOf(['Unconfined'], 'RuntimeDefault'),
    },
    {
      type: 'kubernetes/object',
      attribute: 'metadata.annotations.container\\.apparmor\\.security\\.beta\\.kubernetes\\.io/*',
      expect: notMatching(/^(?!runtime\/default$|localhost\/.)/, 'runtime/default', 'unconfined'),
    },
    {
      type: 'kubernetes/object',
      attribute:
        'spec.template.metadata.annotations.container\\.apparmor\\.security\\.beta\\.kubernetes\\.io/*',
      expect: notMatching(/^(?!runtime\/default$|localhost\/.)/, 'runtime/default', 'unconfined'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesRootGroup = defineAttributeRule({
  id: 'kubernetes-root-group',
  title: 'Pod in the root group',
  concern: 'isolation',
  severity: 'low',
  fix: 'Use another group.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/pod',
      attribute: 'securityContext.runAsGroup',
      expect: { ...noneOf(['0'], 10001), bad: 0 },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'securityContext.fsGroup',
      expect: { ...noneOf(['0'], 10001), bad: 0 },
    },
    {
      type: 'kubernetes/pod',
      attribute: 'securityContext.supplementalGroups',
      expect: { ...noneOf(['0'], 10001), bad: 0 },
    },
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.runAsGroup',
      expect: { ...noneOf(['0'], 10001), bad: 0 },
    },
  ],
});

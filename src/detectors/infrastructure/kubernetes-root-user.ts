import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesRootUser = defineAttributeRule({
  id: 'kubernetes-root-user',
  title: 'Container that runs as user 0',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Set `runAsUser` to another user.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.runAsUser',
      expect: { ...noneOf(['0'], 10001), bad: 0 },
    },
  ],
});

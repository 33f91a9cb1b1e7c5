import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const kubernetesLowUserId = defineAttributeRule({
  id: 'kubernetes-low-user-id',
  title: 'Container with a low user id',
  concern: 'isolation',
  severity: 'info',
  fix: 'Set `runAsUser` above 10000.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [{ type: 'kubernetes/container', attribute: 'securityContext.runAsUser', expect: atLeast(10000) }],
});

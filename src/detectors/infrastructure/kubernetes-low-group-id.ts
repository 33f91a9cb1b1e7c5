import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const kubernetesLowGroupId = defineAttributeRule({
  id: 'kubernetes-low-group-id',
  title: 'Container with a low group id',
  concern: 'isolation',
  severity: 'info',
  fix: 'Set `runAsGroup` above 10000.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [{ type: 'kubernetes/container', attribute: 'securityContext.runAsGroup', expect: atLeast(10000) }],
});

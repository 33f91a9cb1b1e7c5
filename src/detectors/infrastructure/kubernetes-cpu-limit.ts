import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesCpuLimit = defineAttributeRule({
  id: 'kubernetes-cpu-limit',
  title: 'Container without a CPU limit',
  concern: 'availability',
  fix: 'Set `resources.limits.cpu`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [{ type: 'kubernetes/container', attribute: 'resources.limits.cpu', expect: isPresent('500m') }],
});

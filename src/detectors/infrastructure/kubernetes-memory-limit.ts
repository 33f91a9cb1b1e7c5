import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesMemoryLimit = defineAttributeRule({
  id: 'kubernetes-memory-limit',
  title: 'Container without a memory limit',
  concern: 'availability',
  fix: 'Set `resources.limits.memory`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    { type: 'kubernetes/container', attribute: 'resources.limits.memory', expect: isPresent('128Mi') },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesMemoryRequest = defineAttributeRule({
  id: 'kubernetes-memory-request',
  title: 'Container without a memory request',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `resources.requests.memory`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    { type: 'kubernetes/container', attribute: 'resources.requests.memory', expect: isPresent('128Mi') },
  ],
});

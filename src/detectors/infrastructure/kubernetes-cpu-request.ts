import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesCpuRequest = defineAttributeRule({
  id: 'kubernetes-cpu-request',
  title: 'Container without a CPU request',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `resources.requests.cpu`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [{ type: 'kubernetes/container', attribute: 'resources.requests.cpu', expect: isPresent('100m') }],
});

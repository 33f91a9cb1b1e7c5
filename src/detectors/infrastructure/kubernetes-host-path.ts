import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const kubernetesHostPath = defineAttributeRule({
  id: 'kubernetes-host-path',
  title: 'Pod that mounts a path of the host',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Use another kind of volume.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [{ type: 'kubernetes/pod', attribute: 'volumes.hostPath.path', expect: isAbsent('/sys') }],
});

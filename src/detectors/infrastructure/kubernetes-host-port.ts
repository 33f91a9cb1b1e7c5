import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const kubernetesHostPort = defineAttributeRule({
  id: 'kubernetes-host-port',
  title: 'Container with a port of the host',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Use a service.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [{ type: 'kubernetes/container', attribute: 'ports.hostPort', expect: isAbsent(8080) }],
});

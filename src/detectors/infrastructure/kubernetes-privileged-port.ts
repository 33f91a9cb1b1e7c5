import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetAtLeast } from './model/expectation.ts';

export const kubernetesPrivilegedPort = defineAttributeRule({
  id: 'kubernetes-privileged-port',
  title: 'Container that listens on a privileged port',
  concern: 'hardening',
  severity: 'info',
  fix: 'Listen on a port from 1024 and let the service map it.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [{ type: 'kubernetes/container', attribute: 'ports.containerPort', expect: ifSetAtLeast(1024) }],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesSshPort = defineAttributeRule({
  id: 'kubernetes-ssh-port',
  title: 'Container that listens for SSH',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Use `kubectl exec` instead of an SSH server.',
  references: ['https://kubernetes.io/docs/concepts/security/application-security-checklist/'],
  checks: [
    { type: 'kubernetes/container', attribute: 'ports.containerPort', expect: noneOf(['22', '2222'], 8080) },
    { type: 'kubernetes/Service', attribute: 'spec.ports.targetPort', expect: noneOf(['22'], 8080) },
  ],
});

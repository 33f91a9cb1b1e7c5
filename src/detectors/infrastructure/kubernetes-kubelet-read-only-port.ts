import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf } from './model/expectation.ts';

export const kubernetesKubeletReadOnlyPort = defineAttributeRule({
  id: 'kubernetes-kubelet-read-only-port',
  title: 'Kubelet with a port that asks nobody',
  concern: 'authentication',
  severity: 'high',
  fix: 'Set the port to 0.',
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
    'https://kubernetes.io/docs/concepts/security/security-checklist/',
  ],
  checks: [
    { type: 'kubernetes/kubelet', attribute: 'read-only-port', expect: ifSetOneOf(['0'], '10255') },
    { type: 'kubernetes/KubeletConfiguration', attribute: 'readOnlyPort', expect: ifSetOneOf(['0'], 10255) },
  ],
});

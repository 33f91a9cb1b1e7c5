import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const kubernetesKubeletAnonymous = defineAttributeRule({
  id: 'kubernetes-kubelet-anonymous',
  title: 'Kubelet that answers anonymous requests',
  concern: 'authentication',
  severity: 'critical',
  fix: 'Switch anonymous requests off.',
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
    'https://kubernetes.io/docs/concepts/security/security-checklist/',
  ],
  checks: [
    { type: 'kubernetes/kubelet', attribute: 'anonymous-auth', expect: notTrue },
    {
      type: 'kubernetes/KubeletConfiguration',
      attribute: 'authentication.anonymous.enabled',
      expect: notTrue,
    },
  ],
});

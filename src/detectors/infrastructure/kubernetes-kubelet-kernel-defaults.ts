import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const kubernetesKubeletKernelDefaults = defineAttributeRule({
  id: 'kubernetes-kubelet-kernel-defaults',
  title: 'Kubelet that changes the kernel’s settings',
  concern: 'hardening',
  severity: 'low',
  fix: 'Protect them.',
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
    'https://kubernetes.io/docs/concepts/security/security-checklist/',
  ],
  checks: [
    { type: 'kubernetes/kubelet', attribute: 'protect-kernel-defaults', expect: notFalse },
    { type: 'kubernetes/KubeletConfiguration', attribute: 'protectKernelDefaults', expect: notFalse },
  ],
});

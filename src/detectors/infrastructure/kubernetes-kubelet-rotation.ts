import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const kubernetesKubeletRotation = defineAttributeRule({
  id: 'kubernetes-kubelet-rotation',
  title: 'Kubelet whose certificate is not rotated',
  concern: 'maintenance',
  severity: 'medium',
  fix: 'Rotate it.',
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
    'https://kubernetes.io/docs/concepts/security/security-checklist/',
  ],
  checks: [
    { type: 'kubernetes/kubelet', attribute: 'rotate-certificates', expect: notFalse },
    { type: 'kubernetes/KubeletConfiguration', attribute: 'rotateCertificates', expect: notFalse },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesKubeletAuthorization = defineAttributeRule({
  id: 'kubernetes-kubelet-authorization',
  title: 'Kubelet that allows everything',
  concern: 'authentication',
  severity: 'critical',
  fix: 'Set the mode to Webhook.',
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
    'https://kubernetes.io/docs/concepts/security/security-checklist/',
  ],
  checks: [
    {
      type: 'kubernetes/kubelet',
      attribute: 'authorization-mode',
      expect: noneOf(['AlwaysAllow'], 'Webhook'),
    },
    {
      type: 'kubernetes/KubeletConfiguration',
      attribute: 'authorization.mode',
      expect: noneOf(['AlwaysAllow'], 'Webhook'),
    },
  ],
});

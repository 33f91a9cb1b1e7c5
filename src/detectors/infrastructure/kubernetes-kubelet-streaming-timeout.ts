import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesKubeletStreamingTimeout = defineAttributeRule({
  id: 'kubernetes-kubelet-streaming-timeout',
  title: 'Kubelet that keeps idle connections forever',
  concern: 'availability',
  severity: 'low',
  fix: 'Set a timeout of minutes.',
  references: [
    'https://kubernetes.io/docs/reference/command-line-tools-reference/kubelet/',
    'https://kubernetes.io/docs/concepts/security/security-checklist/',
  ],
  checks: [
    {
      type: 'kubernetes/kubelet',
      attribute: 'streaming-connection-idle-timeout',
      expect: noneOf(['0', '0s'], '5m'),
    },
    {
      type: 'kubernetes/KubeletConfiguration',
      attribute: 'streamingConnectionIdleTimeout',
      expect: noneOf(['0', '0s'], '5m'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesControllerKey = defineAttributeRule({
  id: 'kubernetes-controller-key',
  title: 'Controller manager without a key for tokens',
  concern: 'authentication',
  severity: 'low',
  fix: 'Set `--service-account-private-key-file`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  checks: [
    {
      type: 'kubernetes/kube-controller-manager',
      attribute: 'service-account-private-key-file',
      expect: isPresent('/pki/sa.key'),
    },
  ],
});

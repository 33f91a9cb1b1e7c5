import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const kubernetesControllerAddress = defineAttributeRule({
  id: 'kubernetes-controller-address',
  title: 'Controller manager that listens on every address',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `--bind-address=127.0.0.1`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  checks: [
    {
      type: 'kubernetes/kube-controller-manager',
      attribute: 'bind-address',
      expect: oneOf(['127.0.0.1', '::1', 'localhost'], '0.0.0.0'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const kubernetesControllerGarbage = defineAttributeRule({
  id: 'kubernetes-controller-garbage',
  title: 'Controller manager without a threshold for ended pods',
  concern: 'availability',
  severity: 'medium',
  fix: 'Set `--terminated-pod-gc-threshold`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  checks: [
    {
      type: 'kubernetes/kube-controller-manager',
      attribute: 'terminated-pod-gc-threshold',
      expect: atLeast(1),
    },
  ],
});

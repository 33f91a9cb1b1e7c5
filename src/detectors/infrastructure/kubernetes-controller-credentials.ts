import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const kubernetesControllerCredentials = defineAttributeRule({
  id: 'kubernetes-controller-credentials',
  title: 'Controllers that share one account',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Set `--use-service-account-credentials=true`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  checks: [
    {
      type: 'kubernetes/kube-controller-manager',
      attribute: 'use-service-account-credentials',
      expect: isTrue,
    },
  ],
});

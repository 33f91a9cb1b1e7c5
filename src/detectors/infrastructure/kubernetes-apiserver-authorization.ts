import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching } from './model/expectation.ts';

export const kubernetesApiserverAuthorization = defineAttributeRule({
  id: 'kubernetes-apiserver-authorization',
  title: 'API server that allows everything',
  concern: 'authentication',
  severity: 'critical',
  fix: 'Set `--authorization-mode=Node,RBAC`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'authorization-mode',
      expect: matching(/^(?!.*alwaysallow)/, 'Node,RBAC', 'AlwaysAllow'),
    },
  ],
});

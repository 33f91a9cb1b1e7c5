import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching } from './model/expectation.ts';

export const kubernetesApiserverNodeAuthorization = defineAttributeRule({
  id: 'kubernetes-apiserver-node-authorization',
  title: 'API server that does not bound what nodes read',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Add Node to `--authorization-mode`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'authorization-mode',
      expect: matching(/(?:^|,)node(?:,|$)/, 'Node,RBAC', 'RBAC'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching } from './model/expectation.ts';

export const kubernetesApiserverRbac = defineAttributeRule({
  id: 'kubernetes-apiserver-rbac',
  title: 'API server without role-based access control',
  concern: 'authentication',
  severity: 'high',
  fix: 'Add RBAC to `--authorization-mode`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'authorization-mode',
      expect: matching(/(?:^|,)rbac(?:,|$)/, 'Node,RBAC', 'Node'),
    },
  ],
});

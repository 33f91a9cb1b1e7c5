import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesClusterAdmin = defineAttributeRule({
  id: 'kubernetes-cluster-admin',
  title: 'Administrator role bound',
  concern: 'least-privilege',
  fix: 'Bind a role with what is needed.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/ClusterRoleBinding',
      attribute: 'roleRef.name',
      expect: noneOf(['cluster-admin', 'admin', 'edit'], 'reader'),
    },
    {
      type: 'kubernetes/RoleBinding',
      attribute: 'roleRef.name',
      expect: noneOf(['cluster-admin', 'admin', 'edit'], 'reader'),
    },
  ],
});

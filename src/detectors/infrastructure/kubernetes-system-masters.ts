import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesSystemMasters = defineAttributeRule({
  id: 'kubernetes-system-masters',
  title: 'Role bound to system:masters',
  concern: 'least-privilege',
  fix: 'Name another group.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/ClusterRoleBinding',
      attribute: 'subjects.name',
      expect: noneOf(['system:masters'], 'team'),
    },
    {
      type: 'kubernetes/RoleBinding',
      attribute: 'subjects.name',
      expect: noneOf(['system:masters'], 'team'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesAnonymousBinding = defineAttributeRule({
  id: 'kubernetes-anonymous-binding',
  title: 'Role bound to everybody',
  concern: 'authentication',
  severity: 'critical',
  fix: 'Name the subjects.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/ClusterRoleBinding',
      attribute: 'subjects.name',
      expect: noneOf(['system:anonymous', 'system:unauthenticated', 'system:authenticated'], 'team'),
    },
    {
      type: 'kubernetes/RoleBinding',
      attribute: 'subjects.name',
      expect: noneOf(['system:anonymous', 'system:unauthenticated', 'system:authenticated'], 'team'),
    },
  ],
});

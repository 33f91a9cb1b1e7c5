import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesDefaultServiceAccount = defineAttributeRule({
  id: 'kubernetes-default-service-account',
  title: 'Role bound to the default service account',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Make a service account of its own.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    { type: 'kubernetes/RoleBinding', attribute: 'subjects.name', expect: noneOf(['default'], 'app') },
    { type: 'kubernetes/ClusterRoleBinding', attribute: 'subjects.name', expect: noneOf(['default'], 'app') },
  ],
});

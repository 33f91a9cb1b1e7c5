import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesRoleWildcard = defineAttributeRule({
  id: 'kubernetes-role-wildcard',
  title: 'Role that may do everything',
  concern: 'least-privilege',
  fix: 'List verbs, resources and API groups.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    { type: 'kubernetes/ClusterRole', within: 'rules', attribute: 'verbs', expect: noneOf(['*'], ['get']) },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'resources',
      expect: noneOf(['*'], ['get']),
    },
    { type: 'kubernetes/Role', within: 'rules', attribute: 'verbs', expect: noneOf(['*'], ['get']) },
    { type: 'kubernetes/Role', within: 'rules', attribute: 'resources', expect: noneOf(['*'], ['get']) },
  ],
});

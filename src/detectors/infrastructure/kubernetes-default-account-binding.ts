import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, oneOf } from './model/expectation.ts';

export const kubernetesDefaultAccountBinding = defineAttributeRule({
  id: 'kubernetes-default-account-binding',
  title: 'Rights for the default service account',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Make a service account for the workload and bind that.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/RoleBinding',
      within: 'subjects',
      attribute: 'name',
      expect: noneOf(['default'], 'reports'),
      when: { kind: oneOf(['ServiceAccount'], 'Group') },
    },
    {
      type: 'kubernetes/ClusterRoleBinding',
      within: 'subjects',
      attribute: 'name',
      expect: noneOf(['default'], 'reports'),
      when: { kind: oneOf(['ServiceAccount'], 'Group') },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleNodes = defineAttributeRule({
  id: 'kubernetes-role-nodes',
  title: 'Role that changes nodes',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:update|patch|delete|\*)$/, ['get'], ['update']),
      when: { resources: anyMatching(/^(?:nodes|nodes\/status)$/, ['nodes']) },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:update|patch|delete|\*)$/, ['get'], ['update']),
      when: { resources: anyMatching(/^(?:nodes|nodes\/status)$/, ['nodes']) },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleCustomDefinitions = defineAttributeRule({
  id: 'kubernetes-role-custom-definitions',
  title: 'Role that changes the kinds of objects there are',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|delete|\*)$/, ['get'], ['create']),
      when: {
        resources: anyMatching(/^(?:customresourcedefinitions|apiservices)$/, ['customresourcedefinitions']),
      },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|delete|\*)$/, ['get'], ['create']),
      when: {
        resources: anyMatching(/^(?:customresourcedefinitions|apiservices)$/, ['customresourcedefinitions']),
      },
    },
  ],
});

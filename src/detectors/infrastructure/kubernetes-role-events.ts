import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleEvents = defineAttributeRule({
  id: 'kubernetes-role-events',
  title: 'Role that deletes events',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:delete|deletecollection|\*)$/, ['get'], ['delete']),
      when: { resources: anyMatching(/^(?:events)$/, ['events']) },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:delete|deletecollection|\*)$/, ['get'], ['delete']),
      when: { resources: anyMatching(/^(?:events)$/, ['events']) },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleVolumes = defineAttributeRule({
  id: 'kubernetes-role-volumes',
  title: 'Role that makes volumes, and so mounts any path of a node',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|\*)$/, ['get'], ['create']),
      when: { resources: anyMatching(/^(?:persistentvolumes)$/, ['persistentvolumes']) },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|\*)$/, ['get'], ['create']),
      when: { resources: anyMatching(/^(?:persistentvolumes)$/, ['persistentvolumes']) },
    },
  ],
});

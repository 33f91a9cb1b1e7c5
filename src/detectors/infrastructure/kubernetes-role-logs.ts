import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleLogs = defineAttributeRule({
  id: 'kubernetes-role-logs',
  title: 'Role that deletes pod logs',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:delete|deletecollection|\*)$/, ['other'], ['delete']),
      when: { resources: anyMatching(/^(?:pods\/log)$/, ['pods/log']) },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:delete|deletecollection|\*)$/, ['other'], ['delete']),
      when: { resources: anyMatching(/^(?:pods\/log)$/, ['pods/log']) },
    },
  ],
});

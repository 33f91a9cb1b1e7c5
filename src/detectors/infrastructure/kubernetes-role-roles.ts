import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleRoles = defineAttributeRule({
  id: 'kubernetes-role-roles',
  title: 'Role that changes roles',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|delete|bind|escalate|\*)$/, ['other'], ['create']),
      when: {
        resources: anyMatching(/^(?:roles|clusterroles|rolebindings|clusterrolebindings)$/, ['roles']),
      },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|delete|bind|escalate|\*)$/, ['other'], ['create']),
      when: {
        resources: anyMatching(/^(?:roles|clusterroles|rolebindings|clusterrolebindings)$/, ['roles']),
      },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleImpersonation = defineAttributeRule({
  id: 'kubernetes-role-impersonation',
  title: 'Role that acts as others',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:impersonate)$/, ['other'], ['impersonate']),
      when: { resources: anyMatching(/^(?:users|groups|serviceaccounts|userextras)$/, ['users']) },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:impersonate)$/, ['other'], ['impersonate']),
      when: { resources: anyMatching(/^(?:users|groups|serviceaccounts|userextras)$/, ['users']) },
    },
  ],
});

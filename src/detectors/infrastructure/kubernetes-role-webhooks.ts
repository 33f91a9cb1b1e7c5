import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleWebhooks = defineAttributeRule({
  id: 'kubernetes-role-webhooks',
  title: 'Role that changes admission webhooks',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|delete|\*)$/, ['other'], ['create']),
      when: {
        resources: anyMatching(/^(?:mutatingwebhookconfigurations|validatingwebhookconfigurations)$/, [
          'mutatingwebhookconfigurations',
        ]),
      },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|delete|\*)$/, ['other'], ['create']),
      when: {
        resources: anyMatching(/^(?:mutatingwebhookconfigurations|validatingwebhookconfigurations)$/, [
          'mutatingwebhookconfigurations',
        ]),
      },
    },
  ],
});

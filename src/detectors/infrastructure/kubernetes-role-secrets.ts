import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleSecrets = defineAttributeRule({
  id: 'kubernetes-role-secrets',
  title: 'Role that reads secrets',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:get|list|watch|create|update|patch|delete|\*)$/, ['other'], ['get']),
      when: { resources: anyMatching(/^(?:secrets)$/, ['secrets']) },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:get|list|watch|create|update|patch|delete|\*)$/, ['other'], ['get']),
      when: { resources: anyMatching(/^(?:secrets)$/, ['secrets']) },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleNetwork = defineAttributeRule({
  id: 'kubernetes-role-network',
  title: 'Role that changes the network',
  concern: 'least-privilege',
  severity: 'low',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|delete|deletecollection|\*)$/, ['other'], ['create']),
      when: {
        resources: anyMatching(/^(?:services|endpoints|endpointslices|networkpolicies|ingresses)$/, [
          'services',
        ]),
      },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|delete|deletecollection|\*)$/, ['other'], ['create']),
      when: {
        resources: anyMatching(/^(?:services|endpoints|endpointslices|networkpolicies|ingresses)$/, [
          'services',
        ]),
      },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleTokens = defineAttributeRule({
  id: 'kubernetes-role-tokens',
  title: 'Role that makes tokens or certificates for others',
  concern: 'least-privilege',
  severity: 'high',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|approve|\*)$/, ['get'], ['create']),
      when: {
        resources: anyMatching(
          /^(?:serviceaccounts\/token|certificatesigningrequests(?:\/approval)?|tokenreviews)$/,
          ['serviceaccounts/token'],
        ),
      },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|approve|\*)$/, ['get'], ['create']),
      when: {
        resources: anyMatching(
          /^(?:serviceaccounts\/token|certificatesigningrequests(?:\/approval)?|tokenreviews)$/,
          ['serviceaccounts/token'],
        ),
      },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleAwsAuth = defineAttributeRule({
  id: 'kubernetes-role-aws-auth',
  title: 'Role that changes who may enter the cluster',
  concern: 'least-privilege',
  severity: 'high',
  fix: 'Leave `aws-auth` to the administrators.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|delete|\*)$/, ['get'], ['update']),
      when: { resourceNames: anyMatching(/^aws-auth$/, ['aws-auth']) },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|delete|\*)$/, ['get'], ['update']),
      when: { resourceNames: anyMatching(/^aws-auth$/, ['aws-auth']) },
    },
  ],
});

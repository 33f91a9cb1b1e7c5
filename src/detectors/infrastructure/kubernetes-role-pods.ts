import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRolePods = defineAttributeRule({
  id: 'kubernetes-role-pods',
  title: 'Role that starts pods',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|\*)$/, ['other'], ['create']),
      when: {
        resources: anyMatching(/^(?:pods|deployments|daemonsets|statefulsets|replicasets|jobs|cronjobs)$/, [
          'pods',
        ]),
      },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|update|patch|\*)$/, ['other'], ['create']),
      when: {
        resources: anyMatching(/^(?:pods|deployments|daemonsets|statefulsets|replicasets|jobs|cronjobs)$/, [
          'pods',
        ]),
      },
    },
  ],
});

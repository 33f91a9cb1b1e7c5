import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleNodesProxy = defineAttributeRule({
  id: 'kubernetes-role-nodes-proxy',
  title: 'Role that talks to kubelets',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:get|create|\*)$/, ['other'], ['get']),
      when: { resources: anyMatching(/^(?:nodes\/proxy)$/, ['nodes/proxy']) },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:get|create|\*)$/, ['other'], ['get']),
      when: { resources: anyMatching(/^(?:nodes\/proxy)$/, ['nodes/proxy']) },
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, notMatching } from './model/expectation.ts';

export const kubernetesRoleExec = defineAttributeRule({
  id: 'kubernetes-role-exec',
  title: 'Role that opens shells in pods',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Take the verbs or resources out of the role.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/Role',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|get|\*)$/, ['other'], ['create']),
      when: { resources: anyMatching(/^(?:pods\/exec|pods\/attach)$/, ['pods/exec']) },
    },
    {
      type: 'kubernetes/ClusterRole',
      within: 'rules',
      attribute: 'verbs',
      expect: notMatching(/^(?:create|get|\*)$/, ['other'], ['create']),
      when: { resources: anyMatching(/^(?:pods\/exec|pods\/attach)$/, ['pods/exec']) },
    },
  ],
});

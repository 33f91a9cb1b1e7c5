import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains } from './model/expectation.ts';

export const kubernetesCapabilitiesNotDropped = defineAttributeRule({
  id: 'kubernetes-capabilities-not-dropped',
  title: 'Container that keeps the default capabilities',
  concern: 'isolation',
  severity: 'low',
  fix: 'Drop ALL capabilities and add the few that are needed.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.capabilities.drop',
      expect: contains(/^all$/, ['ALL'], ['NET_RAW']),
    },
  ],
});

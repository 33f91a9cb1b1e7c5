import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains } from './model/expectation.ts';

export const kubernetesNetRawNotDropped = defineAttributeRule({
  id: 'kubernetes-net-raw-not-dropped',
  title: 'Container that keeps NET_RAW',
  concern: 'isolation',
  severity: 'info',
  fix: 'Drop NET_RAW or ALL.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.capabilities.drop',
      expect: contains(/^(?:all|net_raw)$/, ['NET_RAW'], ['CHOWN']),
    },
  ],
});

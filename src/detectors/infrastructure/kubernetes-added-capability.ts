import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const kubernetesAddedCapability = defineAttributeRule({
  id: 'kubernetes-added-capability',
  title: 'Container with added capabilities',
  concern: 'isolation',
  severity: 'low',
  fix: 'Remove `add`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.capabilities.add',
      expect: isAbsent(['NET_BIND_SERVICE']),
    },
  ],
});

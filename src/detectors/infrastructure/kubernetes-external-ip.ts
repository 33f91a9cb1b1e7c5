import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const kubernetesExternalIp = defineAttributeRule({
  id: 'kubernetes-external-ip',
  title: 'Service with external addresses',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Remove `externalIPs`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [{ type: 'kubernetes/Service', attribute: 'spec.externalIPs', expect: isAbsent(['203.0.113.7']) }],
});

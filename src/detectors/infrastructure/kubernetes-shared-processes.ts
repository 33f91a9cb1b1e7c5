import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const kubernetesSharedProcesses = defineAttributeRule({
  id: 'kubernetes-shared-processes',
  title: 'Pod whose containers see each other’s processes',
  concern: 'isolation',
  severity: 'low',
  fix: 'Set `shareProcessNamespace` to false.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    { type: 'kubernetes/pod', attribute: 'shareProcessNamespace', expect: notTrue },
    { type: 'helm/values', attribute: 'shareProcessNamespace', expect: notTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, matching } from './model/expectation.ts';

export const kubernetesPlainSecret = defineAttributeRule({
  id: 'kubernetes-plain-secret',
  title: 'Secret in an environment variable in plain text',
  concern: 'plain-secret',
  severity: 'medium',
  fix: 'Use `valueFrom.secretKeyRef`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      within: 'env',
      attribute: 'value',
      expect: isAbsent('example-value'),
      when: {
        name: matching(/(?:password|passwd|secret|token|api_?key|access_?key)$/, 'DB_PASSWORD', 'STAGE'),
      },
    },
  ],
});

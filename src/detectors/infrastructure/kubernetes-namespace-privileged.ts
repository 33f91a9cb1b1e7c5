import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesNamespacePrivileged = defineAttributeRule({
  id: 'kubernetes-namespace-privileged',
  title: 'Namespace that admits privileged pods',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Enforce the level baseline or restricted.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/Namespace',
      attribute: 'metadata.labels.pod-security\\.kubernetes\\.io/enforce',
      expect: noneOf(['privileged'], 'restricted'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset } from './model/expectation.ts';

export const kubernetesHostAliases = defineAttributeRule({
  id: 'kubernetes-host-aliases',
  title: 'Pod that overrides names',
  concern: 'hardening',
  severity: 'low',
  fix: 'Let the cluster’s DNS resolve them.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/pod',
      attribute: 'hostAliases',
      expect: isUnset([{ ip: '127.0.0.1', hostnames: ['example.local'] }]),
    },
  ],
});

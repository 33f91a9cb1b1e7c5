import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching } from './model/expectation.ts';

export const kubernetesApiserverEventLimit = defineAttributeRule({
  id: 'kubernetes-apiserver-event-limit',
  title: 'API server without the plugin EventRateLimit',
  concern: 'availability',
  severity: 'medium',
  fix: 'Add it to `--enable-admission-plugins`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'enable-admission-plugins',
      expect: matching(/eventratelimit/, 'EventRateLimit', 'NodeRestriction'),
    },
  ],
});

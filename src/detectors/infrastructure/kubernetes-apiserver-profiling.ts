import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const kubernetesApiserverProfiling = defineAttributeRule({
  id: 'kubernetes-apiserver-profiling',
  title: 'API server that offers its profile',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `--profiling=false`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [{ type: 'kubernetes/kube-apiserver', attribute: 'profiling', expect: isFalse }],
});

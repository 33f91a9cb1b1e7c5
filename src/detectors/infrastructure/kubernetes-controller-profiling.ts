import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const kubernetesControllerProfiling = defineAttributeRule({
  id: 'kubernetes-controller-profiling',
  title: 'Controller manager that offers its profile',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `--profiling=false`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/'],
  checks: [{ type: 'kubernetes/kube-controller-manager', attribute: 'profiling', expect: isFalse }],
});

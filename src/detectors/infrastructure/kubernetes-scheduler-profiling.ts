import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const kubernetesSchedulerProfiling = defineAttributeRule({
  id: 'kubernetes-scheduler-profiling',
  title: 'Scheduler that offers its profile',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `--profiling=false`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/'],
  checks: [{ type: 'kubernetes/kube-scheduler', attribute: 'profiling', expect: isFalse }],
});

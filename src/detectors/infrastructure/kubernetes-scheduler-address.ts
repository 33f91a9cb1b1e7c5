import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const kubernetesSchedulerAddress = defineAttributeRule({
  id: 'kubernetes-scheduler-address',
  title: 'Scheduler that listens on every address',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `--bind-address=127.0.0.1`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-scheduler/'],
  checks: [
    {
      type: 'kubernetes/kube-scheduler',
      attribute: 'bind-address',
      expect: oneOf(['127.0.0.1', '::1', 'localhost'], '0.0.0.0'),
    },
  ],
});

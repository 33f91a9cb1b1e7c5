import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const kubernetesHostIpc = defineAttributeRule({
  id: 'kubernetes-host-ipc',
  title: 'Pod that shares the host’s memory',
  concern: 'isolation',
  fix: 'Set `hostIPC` to false.',
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://helm.sh/docs/chart_template_guide/values_files/',
  ],
  checks: [
    { type: 'kubernetes/pod', attribute: 'hostIPC', expect: notTrue },
    { type: 'helm/values', attribute: 'hostIPC', expect: notTrue },
  ],
});

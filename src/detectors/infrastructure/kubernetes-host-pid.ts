import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const kubernetesHostPid = defineAttributeRule({
  id: 'kubernetes-host-pid',
  title: 'Pod that sees the host’s processes',
  concern: 'isolation',
  fix: 'Set `hostPID` to false.',
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://helm.sh/docs/chart_template_guide/values_files/',
  ],
  checks: [
    { type: 'kubernetes/pod', attribute: 'hostPID', expect: notTrue },
    { type: 'helm/values', attribute: 'hostPID', expect: notTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const kubernetesHostNetwork = defineAttributeRule({
  id: 'kubernetes-host-network',
  title: 'Pod in the host’s network',
  concern: 'isolation',
  fix: 'Set `hostNetwork` to false.',
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://helm.sh/docs/chart_template_guide/values_files/',
  ],
  checks: [
    { type: 'kubernetes/pod', attribute: 'hostNetwork', expect: notTrue },
    { type: 'helm/values', attribute: 'hostNetwork', expect: notTrue },
  ],
});

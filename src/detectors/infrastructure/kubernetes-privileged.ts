import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const kubernetesPrivileged = defineAttributeRule({
  id: 'kubernetes-privileged',
  title: 'Container in privileged mode',
  concern: 'isolation',
  fix: 'Set `privileged` to false.',
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://helm.sh/docs/chart_template_guide/values_files/',
  ],
  checks: [
    { type: 'kubernetes/container', attribute: 'securityContext.privileged', expect: notTrue },
    { type: 'helm/values', attribute: 'securityContext.privileged', expect: notTrue },
    { type: 'helm/values', attribute: 'containerSecurityContext.privileged', expect: notTrue },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse, notTrue } from './model/expectation.ts';

export const kubernetesPrivilegeEscalation = defineAttributeRule({
  id: 'kubernetes-privilege-escalation',
  title: 'Container that may raise its privileges',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Set `allowPrivilegeEscalation` to false.',
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://helm.sh/docs/chart_template_guide/values_files/',
  ],
  checks: [
    { type: 'kubernetes/container', attribute: 'securityContext.allowPrivilegeEscalation', expect: isFalse },
    { type: 'helm/values', attribute: 'securityContext.allowPrivilegeEscalation', expect: notTrue },
    { type: 'helm/values', attribute: 'containerSecurityContext.allowPrivilegeEscalation', expect: notTrue },
  ],
});

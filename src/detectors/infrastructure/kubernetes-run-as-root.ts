import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const kubernetesRunAsRoot = defineAttributeRule({
  id: 'kubernetes-run-as-root',
  title: 'Container that may run as root',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Set `runAsNonRoot` to true.',
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://helm.sh/docs/chart_template_guide/values_files/',
  ],
  checks: [
    { type: 'kubernetes/container', attribute: 'securityContext.runAsNonRoot', expect: isTrue },
    { type: 'helm/values', attribute: 'securityContext.runAsNonRoot', expect: notFalse },
    { type: 'helm/values', attribute: 'podSecurityContext.runAsNonRoot', expect: notFalse },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, notFalse } from './model/expectation.ts';

export const kubernetesWritableRoot = defineAttributeRule({
  id: 'kubernetes-writable-root',
  title: 'Container with a writable root file system',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `readOnlyRootFilesystem` to true.',
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://helm.sh/docs/chart_template_guide/values_files/',
  ],
  checks: [
    { type: 'kubernetes/container', attribute: 'securityContext.readOnlyRootFilesystem', expect: isTrue },
    { type: 'helm/values', attribute: 'securityContext.readOnlyRootFilesystem', expect: notFalse },
  ],
});

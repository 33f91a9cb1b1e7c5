import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesApiserverAuditPolicy = defineAttributeRule({
  id: 'kubernetes-apiserver-audit-policy',
  title: 'API server without an audit policy',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `--audit-policy-file`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'audit-policy-file',
      expect: isPresent('/etc/kubernetes/audit.yaml'),
    },
  ],
});

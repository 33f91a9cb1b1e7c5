import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const kubernetesApiserverAuditSize = defineAttributeRule({
  id: 'kubernetes-apiserver-audit-size',
  title: 'Audit log that is cut before 100 MB',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `--audit-log-maxsize` to at least 100.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [{ type: 'kubernetes/kube-apiserver', attribute: 'audit-log-maxsize', expect: atLeast(100) }],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const kubernetesApiserverAuditBackups = defineAttributeRule({
  id: 'kubernetes-apiserver-audit-backups',
  title: 'Audit log with fewer than 10 old files',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `--audit-log-maxbackup` to at least 10.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [{ type: 'kubernetes/kube-apiserver', attribute: 'audit-log-maxbackup', expect: atLeast(10) }],
});

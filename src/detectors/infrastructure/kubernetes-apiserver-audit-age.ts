import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const kubernetesApiserverAuditAge = defineAttributeRule({
  id: 'kubernetes-apiserver-audit-age',
  title: 'Audit log kept for less than 30 days',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `--audit-log-maxage` to at least 30.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [{ type: 'kubernetes/kube-apiserver', attribute: 'audit-log-maxage', expect: atLeast(30) }],
});

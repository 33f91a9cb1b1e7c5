import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesApiserverAuditLog = defineAttributeRule({
  id: 'kubernetes-apiserver-audit-log',
  title: 'API server without an audit log',
  concern: 'logging',
  severity: 'medium',
  fix: 'Set `--audit-log-path`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'audit-log-path',
      expect: isPresent('/var/log/audit.log'),
    },
  ],
});

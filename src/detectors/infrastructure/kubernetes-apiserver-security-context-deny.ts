import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching } from './model/expectation.ts';

export const kubernetesApiserverSecurityContextDeny = defineAttributeRule({
  id: 'kubernetes-apiserver-security-context-deny',
  title: 'API server without a plugin that bounds pods',
  concern: 'hardening',
  severity: 'low',
  fix: 'Add PodSecurity (or, in old versions, PodSecurityPolicy or SecurityContextDeny) to `--enable-admission-plugins`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'enable-admission-plugins',
      expect: matching(/podsecurity|securitycontextdeny/, 'PodSecurity', 'NodeRestriction'),
    },
  ],
});

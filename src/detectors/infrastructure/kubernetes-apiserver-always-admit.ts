import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesApiserverAlwaysAdmit = defineAttributeRule({
  id: 'kubernetes-apiserver-always-admit',
  title: 'API server that admits everything',
  concern: 'hardening',
  severity: 'high',
  fix: 'Take AlwaysAdmit out of `--enable-admission-plugins`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'enable-admission-plugins',
      expect: notMatching(/alwaysadmit/, 'NodeRestriction', 'AlwaysAdmit'),
    },
  ],
});

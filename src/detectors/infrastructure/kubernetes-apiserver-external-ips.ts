import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching } from './model/expectation.ts';

export const kubernetesApiserverExternalIps = defineAttributeRule({
  id: 'kubernetes-apiserver-external-ips',
  title: 'API server that lets services take addresses',
  concern: 'hardening',
  severity: 'low',
  fix: 'Add DenyServiceExternalIPs to `--enable-admission-plugins`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'enable-admission-plugins',
      expect: matching(/denyserviceexternalips/, 'DenyServiceExternalIPs', 'NodeRestriction'),
    },
  ],
});

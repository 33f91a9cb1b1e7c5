import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesApiserverTls = defineAttributeRule({
  id: 'kubernetes-apiserver-tls',
  title: 'API server without a certificate',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `--tls-cert-file` and `--tls-private-key-file`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    { type: 'kubernetes/kube-apiserver', attribute: 'tls-cert-file', expect: isPresent('/pki/c.crt') },
    { type: 'kubernetes/kube-apiserver', attribute: 'tls-private-key-file', expect: isPresent('/pki/c.key') },
  ],
});

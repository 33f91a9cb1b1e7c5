import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesApiserverClientCa = defineAttributeRule({
  id: 'kubernetes-apiserver-client-ca',
  title: 'API server that knows no authority for clients',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set `--client-ca-file`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    { type: 'kubernetes/kube-apiserver', attribute: 'client-ca-file', expect: isPresent('/pki/ca.crt') },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesApiserverSecurePort = defineAttributeRule({
  id: 'kubernetes-apiserver-secure-port',
  title: 'API server without a port with TLS',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Leave out `--secure-port=0`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [{ type: 'kubernetes/kube-apiserver', attribute: 'secure-port', expect: noneOf(['0'], '6443') }],
});

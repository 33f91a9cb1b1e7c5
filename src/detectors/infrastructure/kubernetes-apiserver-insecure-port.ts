import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isUnset } from './model/expectation.ts';

export const kubernetesApiserverInsecurePort = defineAttributeRule({
  id: 'kubernetes-apiserver-insecure-port',
  title: 'API server on a port without TLS',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `--insecure-port=0` and no `--insecure-bind-address`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    { type: 'kubernetes/kube-apiserver', attribute: 'insecure-port', expect: ifSetOneOf(['0'], '8080') },
    { type: 'kubernetes/kube-apiserver', attribute: 'insecure-bind-address', expect: isUnset('0.0.0.0') },
  ],
});

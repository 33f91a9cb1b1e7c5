import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset } from './model/expectation.ts';

export const kubernetesApiserverStaticCredentials = defineAttributeRule({
  id: 'kubernetes-apiserver-static-credentials',
  title: 'API server with passwords or tokens in a file',
  concern: 'authentication',
  severity: 'high',
  fix: 'Take out the file and use certificates or OpenID Connect.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    { type: 'kubernetes/kube-apiserver', attribute: 'token-auth-file', expect: isUnset('/etc/tokens') },
    { type: 'kubernetes/kube-apiserver', attribute: 'basic-auth-file', expect: isUnset('/etc/users') },
  ],
});

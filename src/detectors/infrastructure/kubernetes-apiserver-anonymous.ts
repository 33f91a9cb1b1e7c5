import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const kubernetesApiserverAnonymous = defineAttributeRule({
  id: 'kubernetes-apiserver-anonymous',
  title: 'API server that answers anonymous requests',
  concern: 'authentication',
  severity: 'high',
  fix: 'Set `--anonymous-auth=false`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [{ type: 'kubernetes/kube-apiserver', attribute: 'anonymous-auth', expect: isFalse }],
});

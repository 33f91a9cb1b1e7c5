import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const kubernetesApiserverServiceAccountLookup = defineAttributeRule({
  id: 'kubernetes-apiserver-service-account-lookup',
  title: 'API server that accepts tokens of deleted accounts',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Leave `--service-account-lookup` at true.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [{ type: 'kubernetes/kube-apiserver', attribute: 'service-account-lookup', expect: notFalse }],
});

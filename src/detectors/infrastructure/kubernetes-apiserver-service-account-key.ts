import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesApiserverServiceAccountKey = defineAttributeRule({
  id: 'kubernetes-apiserver-service-account-key',
  title: 'API server without a key of its own for tokens',
  concern: 'authentication',
  severity: 'low',
  fix: 'Set `--service-account-key-file`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'service-account-key-file',
      expect: isPresent('/etc/kubernetes/pki/sa.pub'),
    },
  ],
});

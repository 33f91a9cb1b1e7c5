import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesApiserverEncryption = defineAttributeRule({
  id: 'kubernetes-apiserver-encryption',
  title: 'API server that stores secrets unencrypted',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Set `--encryption-provider-config`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'encryption-provider-config',
      expect: isPresent('/etc/kubernetes/encryption.yaml'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesApiserverKubeletCertificate = defineAttributeRule({
  id: 'kubernetes-apiserver-kubelet-certificate',
  title: 'API server that does not prove itself to the nodes',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set `--kubelet-client-certificate` and its key.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'kubelet-client-certificate',
      expect: isPresent('/pki/c.crt'),
    },
    { type: 'kubernetes/kube-apiserver', attribute: 'kubelet-client-key', expect: isPresent('/pki/c.key') },
  ],
});

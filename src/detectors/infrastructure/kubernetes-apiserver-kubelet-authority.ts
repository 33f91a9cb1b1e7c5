import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, notFalse } from './model/expectation.ts';

export const kubernetesApiserverKubeletAuthority = defineAttributeRule({
  id: 'kubernetes-apiserver-kubelet-authority',
  title: 'API server that does not verify the nodes',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `--kubelet-certificate-authority`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'kubelet-certificate-authority',
      expect: isPresent('/pki/ca.crt'),
    },
    { type: 'kubernetes/kube-apiserver', attribute: 'kubelet-https', expect: notFalse },
  ],
});

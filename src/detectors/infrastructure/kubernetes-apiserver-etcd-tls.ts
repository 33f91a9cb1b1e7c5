import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesApiserverEtcdTls = defineAttributeRule({
  id: 'kubernetes-apiserver-etcd-tls',
  title: 'API server that talks to etcd without certificates',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set the etcd files.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    { type: 'kubernetes/kube-apiserver', attribute: 'etcd-certfile', expect: isPresent('/pki/c.crt') },
    { type: 'kubernetes/kube-apiserver', attribute: 'etcd-keyfile', expect: isPresent('/pki/c.key') },
    { type: 'kubernetes/kube-apiserver', attribute: 'etcd-cafile', expect: isPresent('/pki/ca.crt') },
  ],
});

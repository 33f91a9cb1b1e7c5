import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesEtcdPeerTls = defineAttributeRule({
  id: 'kubernetes-etcd-peer-tls',
  title: 'etcd members that talk without certificates',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `--peer-cert-file` and `--peer-key-file`.',
  references: ['https://etcd.io/docs/latest/op-guide/configuration/'],
  checks: [
    { type: 'kubernetes/etcd', attribute: 'peer-cert-file', expect: isPresent('/pki/p.crt') },
    { type: 'kubernetes/etcd', attribute: 'peer-key-file', expect: isPresent('/pki/p.key') },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const kubernetesEtcdTls = defineAttributeRule({
  id: 'kubernetes-etcd-tls',
  title: 'etcd without a certificate',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `--cert-file` and `--key-file`.',
  references: ['https://etcd.io/docs/latest/op-guide/configuration/'],
  checks: [
    { type: 'kubernetes/etcd', attribute: 'cert-file', expect: isPresent('/pki/s.crt') },
    { type: 'kubernetes/etcd', attribute: 'key-file', expect: isPresent('/pki/s.key') },
  ],
});

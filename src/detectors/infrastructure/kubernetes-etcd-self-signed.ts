import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const kubernetesEtcdSelfSigned = defineAttributeRule({
  id: 'kubernetes-etcd-self-signed',
  title: 'etcd with certificates it made itself',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Leave out `--auto-tls` and `--peer-auto-tls`.',
  references: ['https://etcd.io/docs/latest/op-guide/configuration/'],
  checks: [
    { type: 'kubernetes/etcd', attribute: 'auto-tls', expect: notTrue },
    { type: 'kubernetes/etcd', attribute: 'peer-auto-tls', expect: notTrue },
  ],
});

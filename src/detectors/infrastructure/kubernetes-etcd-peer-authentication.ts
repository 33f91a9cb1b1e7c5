import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const kubernetesEtcdPeerAuthentication = defineAttributeRule({
  id: 'kubernetes-etcd-peer-authentication',
  title: 'etcd that asks other members for no certificate',
  concern: 'authentication',
  severity: 'high',
  fix: 'Set `--peer-client-cert-auth=true`.',
  references: ['https://etcd.io/docs/latest/op-guide/configuration/'],
  checks: [{ type: 'kubernetes/etcd', attribute: 'peer-client-cert-auth', expect: isTrue }],
});

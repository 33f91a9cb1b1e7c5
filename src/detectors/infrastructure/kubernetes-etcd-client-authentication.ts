import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const kubernetesEtcdClientAuthentication = defineAttributeRule({
  id: 'kubernetes-etcd-client-authentication',
  title: 'etcd that asks clients for no certificate',
  concern: 'authentication',
  severity: 'high',
  fix: 'Set `--client-cert-auth=true`.',
  references: ['https://etcd.io/docs/latest/op-guide/configuration/'],
  checks: [{ type: 'kubernetes/etcd', attribute: 'client-cert-auth', expect: isTrue }],
});

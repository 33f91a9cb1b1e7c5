import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notMatching } from './model/expectation.ts';

export const kubernetesApiserverCiphers = defineAttributeRule({
  id: 'kubernetes-apiserver-ciphers',
  title: 'API server with weak ciphers',
  concern: 'weak-tls',
  severity: 'medium',
  fix: 'Name strong ones in `--tls-cipher-suites`.',
  references: ['https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/'],
  checks: [
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'tls-cipher-suites',
      expect: notMatching(
        /_rc4_|_3des_|_cbc_|tls_rsa_/,
        'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
        'TLS_RSA_WITH_RC4_128_SHA',
      ),
    },
    {
      type: 'kubernetes/kube-apiserver',
      attribute: 'tls-min-version',
      expect: noneOf(['VersionTLS10', 'VersionTLS11'], 'VersionTLS12'),
    },
  ],
});

import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesSecretStoreHttp = defineAttributeRule({
  id: 'kubernetes-secret-store-http',
  title: 'Secrets fetched without TLS',
  concern: 'encryption-in-transit',
  fix: 'Use an https address.',
  references: ['https://external-secrets.io/latest/provider/hashicorp-vault/'],
  checks: [
    {
      type: 'kubernetes/SecretStore',
      attribute: 'spec.provider.vault.server',
      expect: notMatching(/^http:/, 'https://vault.example.com', 'http://vault.example.com'),
    },
    {
      type: 'kubernetes/ClusterSecretStore',
      attribute: 'spec.provider.vault.server',
      expect: notMatching(/^http:/, 'https://vault.example.com', 'http://vault.example.com'),
    },
  ],
});

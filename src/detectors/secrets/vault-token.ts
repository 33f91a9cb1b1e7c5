import { defineSecret } from './define-secret.ts';

export const vaultToken = defineSecret({
  id: 'vault-token',
  provider: 'HashiCorp Vault',
  kind: 'token',
  formats: ['hvs.{base64url:24-200}', 'hvb.{base64url:90-400}', 'hvr.{base64url:24-200}'],
  can: 'read the secrets that its policies cover',
  revoke: 'with `vault token revoke`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/tokens'],
});

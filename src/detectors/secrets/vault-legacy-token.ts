import { defineSecret } from './define-secret.ts';

export const vaultLegacyToken = defineSecret({
  id: 'vault-legacy-token',
  provider: 'HashiCorp Vault',
  kind: 'token (old format)',
  formats: ['s.{base62:24}', 'b.{base62:90+}'],
  assignedTo: ['vault'],
  can: 'read the secrets that its policies cover',
  revoke: 'with `vault token revoke`',
  references: ['https://developer.hashicorp.com/vault/docs/concepts/tokens'],
});

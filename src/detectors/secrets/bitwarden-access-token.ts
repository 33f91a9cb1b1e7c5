import { defineSecret } from './define-secret.ts';

export const bitwardenAccessToken = defineSecret({
  id: 'bitwarden-access-token',
  provider: 'Bitwarden',
  kind: 'Secrets Manager access token',
  formats: ['0.{uuid}.{base62:30}:{base64:22}=='],
  can: 'read the secrets of the machine account',
  revoke: 'in Bitwarden under Machine accounts',
  references: ['https://bitwarden.com/help/access-tokens/'],
});

import { defineSecret } from './define-secret.ts';

export const northflankToken = defineSecret({
  id: 'northflank-token',
  provider: 'Northflank',
  kind: 'API token',
  formats: ['nf-eyJ{base64url:20-400}.{base64url:20-800}.{base64url:20-200}'],
  can: 'run services on the account',
  references: ['https://northflank.com/docs/v1/api/use-the-api'],
});

import { defineSecret } from './define-secret.ts';

export const replicateToken = defineSecret({
  id: 'replicate-token',
  provider: 'Replicate',
  kind: 'API token',
  formats: ['r8_{base62:37}'],
  can: 'run models at your cost',
  revoke: 'at replicate.com/account/api-tokens',
  references: ['https://replicate.com/docs/reference/http'],
});

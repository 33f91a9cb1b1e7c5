import { defineSecret } from './define-secret.ts';

export const coinbaseKey = defineSecret({
  id: 'coinbase-key',
  provider: 'Coinbase',
  kind: 'access token',
  formats: ['{token:64}'],
  assignedTo: ['coinbase'],
  can: 'trade and move funds as far as it was granted',
  revoke: 'at coinbase.com/settings/api',
  references: ['https://docs.cdp.coinbase.com/'],
});

import { defineSecret } from './define-secret.ts';

export const binanceKey = defineSecret({
  id: 'binance-key',
  provider: 'Binance',
  kind: 'API key or secret',
  formats: ['{base62:64}'],
  assignedTo: ['binance'],
  can: 'trade and move funds as far as it was granted',
  revoke: 'at binance.com/en/my/settings/api-management',
  references: ['https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security'],
});

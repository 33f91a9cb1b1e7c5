import { defineSecret } from './define-secret.ts';

export const kucoinKey = defineSecret({
  id: 'kucoin-key',
  provider: 'KuCoin',
  kind: 'API key or secret',
  formats: ['{hex:24}', '{uuid}'],
  assignedTo: ['kucoin'],
  can: 'trade and move funds as far as it was granted',
  revoke: 'at kucoin.com/account/api',
  references: ['https://www.kucoin.com/docs-new/authentication'],
});

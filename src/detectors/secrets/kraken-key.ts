import { defineSecret } from './define-secret.ts';

export const krakenKey = defineSecret({
  id: 'kraken-key',
  provider: 'Kraken',
  kind: 'API key or secret',
  formats: ['{base64token:80-90}'],
  assignedTo: ['kraken'],
  can: 'trade and move funds as far as it was granted',
  revoke: 'at pro.kraken.com/app/settings/api',
  references: ['https://docs.kraken.com/api/docs/guides/spot-rest-auth'],
});

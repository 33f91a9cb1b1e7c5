import { defineSecret } from './define-secret.ts';

export const finnhubToken = defineSecret({
  id: 'finnhub-token',
  provider: 'Finnhub',
  kind: 'API key',
  formats: ['{lower:20}', '{lower:40}'],
  assignedTo: ['finnhub'],
  severity: 'medium',
  can: 'read market data at your cost',
  revoke: 'at finnhub.io/dashboard',
  references: ['https://finnhub.io/docs/api/authentication'],
});

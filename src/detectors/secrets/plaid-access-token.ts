import { defineSecret } from './define-secret.ts';

export const plaidAccessToken = defineSecret({
  id: 'plaid-access-token',
  provider: 'Plaid',
  kind: 'access token',
  formats: ['access-sandbox-{uuid}', 'access-development-{uuid}', 'access-production-{uuid}'],
  can: 'read the bank account that it was issued for',
  revoke: 'with the API call /item/remove',
  references: ['https://plaid.com/docs/api/items/'],
});

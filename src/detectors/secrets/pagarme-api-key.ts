import { defineSecret } from './define-secret.ts';

export const pagarmeApiKey = defineSecret({
  id: 'pagarme-api-key',
  provider: 'Pagar.me',
  kind: 'API key',
  formats: ['ak_live_{base62:30}'],
  can: 'charge and refund',
  references: ['https://docs.pagar.me/docs/chaves-de-acesso'],
});

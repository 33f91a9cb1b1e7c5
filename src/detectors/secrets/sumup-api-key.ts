import { defineSecret } from './define-secret.ts';

export const sumupApiKey = defineSecret({
  id: 'sumup-api-key',
  provider: 'SumUp',
  kind: 'API key',
  formats: ['sup_sk_{base62:32}'],
  can: 'charge and refund',
  references: ['https://developer.sumup.com/tools/authorization/api-keys'],
});

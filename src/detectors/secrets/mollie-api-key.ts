import { defineSecret } from './define-secret.ts';

export const mollieApiKey = defineSecret({
  id: 'mollie-api-key',
  provider: 'Mollie',
  kind: 'API key',
  formats: ['live_{base62:30}'],
  can: 'take and refund payments',
  revoke: 'at my.mollie.com/dashboard/developers/api-keys',
  references: ['https://docs.mollie.com/reference/authentication'],
});

import { defineSecret } from './define-secret.ts';

export const voyageApiKey = defineSecret({
  id: 'voyage-api-key',
  provider: 'Voyage AI',
  kind: 'API key',
  formats: ['pa-{base64url:40-60}'],
  near: ['voyage'],
  can: 'use the models on the account',
  references: ['https://docs.voyageai.com/docs/api-key-and-installation'],
});

import { defineSecret } from './define-secret.ts';

export const cohereApiKey = defineSecret({
  id: 'cohere-api-key',
  provider: 'Cohere',
  kind: 'API key',
  formats: ['{base62:40}'],
  assignedTo: ['cohere', 'co_api_key'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at dashboard.cohere.com/api-keys',
  references: ['https://docs.cohere.com/reference/about'],
});

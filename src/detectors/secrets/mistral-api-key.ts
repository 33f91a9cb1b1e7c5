import { defineSecret } from './define-secret.ts';

export const mistralApiKey = defineSecret({
  id: 'mistral-api-key',
  provider: 'Mistral AI',
  kind: 'API key',
  formats: ['{base62:32}'],
  assignedTo: ['mistral'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at console.mistral.ai/api-keys',
  references: ['https://docs.mistral.ai/api/'],
});

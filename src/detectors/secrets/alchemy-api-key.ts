import { defineSecret } from './define-secret.ts';

export const alchemyApiKey = defineSecret({
  id: 'alchemy-api-key',
  provider: 'Alchemy',
  kind: 'API key',
  formats: ['{base64url:32}'],
  assignedTo: ['alchemy'],
  severity: 'medium',
  can: 'use the quota of the account',
  references: ['https://www.alchemy.com/docs/how-to-create-access-keys'],
});

import { defineSecret } from './define-secret.ts';

export const togetherApiKey = defineSecret({
  id: 'together-api-key',
  provider: 'Together AI',
  kind: 'API key',
  formats: ['{hex:64}'],
  assignedTo: ['together'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at api.together.ai/settings/api-keys',
  references: ['https://docs.together.ai/reference/authentication-1'],
});

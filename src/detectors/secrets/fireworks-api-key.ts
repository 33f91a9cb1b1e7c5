import { defineSecret } from './define-secret.ts';

export const fireworksApiKey = defineSecret({
  id: 'fireworks-api-key',
  provider: 'Fireworks AI',
  kind: 'API key',
  formats: ['fw_{base62:22-24}'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at app.fireworks.ai/settings/users/api-keys',
  references: ['https://docs.fireworks.ai/api-reference/introduction'],
});

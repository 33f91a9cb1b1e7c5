import { defineSecret } from './define-secret.ts';

export const xaiApiKey = defineSecret({
  id: 'xai-api-key',
  provider: 'xAI',
  kind: 'API key',
  formats: ['xai-{base62:80}'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at console.x.ai',
  references: ['https://docs.x.ai/docs/overview'],
});

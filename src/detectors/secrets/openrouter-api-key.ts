import { defineSecret } from './define-secret.ts';

export const openrouterApiKey = defineSecret({
  id: 'openrouter-api-key',
  provider: 'OpenRouter',
  kind: 'API key',
  formats: ['sk-or-v1-{hex:64}'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at openrouter.ai/keys',
  references: ['https://openrouter.ai/docs/api-reference/authentication'],
});

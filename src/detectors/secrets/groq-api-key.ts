import { defineSecret } from './define-secret.ts';

export const groqApiKey = defineSecret({
  id: 'groq-api-key',
  provider: 'Groq',
  kind: 'API key',
  formats: ['gsk_{base62:52}'],
  can: 'use models at your cost',
  revoke: 'at console.groq.com/keys',
  references: ['https://console.groq.com/docs/api-reference'],
});

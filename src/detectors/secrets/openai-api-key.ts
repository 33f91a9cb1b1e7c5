import { defineSecret } from './define-secret.ts';

export const openaiApiKey = defineSecret({
  id: 'openai-api-key',
  provider: 'OpenAI',
  kind: 'API key',
  formats: ['sk-{base62:20}T3BlbkFJ{base62:20}'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at platform.openai.com/api-keys',
  references: ['https://platform.openai.com/docs/api-reference/authentication'],
});

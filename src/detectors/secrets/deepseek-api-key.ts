import { defineSecret } from './define-secret.ts';

export const deepseekApiKey = defineSecret({
  id: 'deepseek-api-key',
  provider: 'DeepSeek',
  kind: 'API key',
  formats: ['sk-{hex:32}'],
  assignedTo: ['deepseek'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at platform.deepseek.com/api_keys',
  references: ['https://api-docs.deepseek.com/'],
});

import { defineSecret } from './define-secret.ts';

export const stabilityApiKey = defineSecret({
  id: 'stability-api-key',
  provider: 'Stability AI',
  kind: 'API key',
  formats: ['sk-{base62:48}'],
  assignedTo: ['stability'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at platform.stability.ai/account/keys',
  references: ['https://platform.stability.ai/docs/api-reference'],
});

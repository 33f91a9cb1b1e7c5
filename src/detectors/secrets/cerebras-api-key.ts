import { defineSecret } from './define-secret.ts';

export const cerebrasApiKey = defineSecret({
  id: 'cerebras-api-key',
  provider: 'Cerebras',
  kind: 'API key',
  formats: ['csk-{lower:48}'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at cloud.cerebras.ai',
  references: ['https://inference-docs.cerebras.ai/quickstart'],
});

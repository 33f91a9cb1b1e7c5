import { defineSecret } from './define-secret.ts';

export const jinaApiKey = defineSecret({
  id: 'jina-api-key',
  provider: 'Jina AI',
  kind: 'API key',
  formats: ['jina_{hex:32}{base64url:28}'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at jina.ai',
  references: ['https://jina.ai/embeddings/'],
});

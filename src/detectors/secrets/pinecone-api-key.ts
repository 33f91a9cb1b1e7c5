import { defineSecret } from './define-secret.ts';

export const pineconeApiKey = defineSecret({
  id: 'pinecone-api-key',
  provider: 'Pinecone',
  kind: 'API key',
  formats: ['pcsk_{base62:5-6}_{base62:60-70}'],
  can: 'read and change the indexes',
  revoke: 'at app.pinecone.io',
  references: ['https://docs.pinecone.io/guides/projects/manage-api-keys'],
});

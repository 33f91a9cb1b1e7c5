import { defineSecret } from './define-secret.ts';

export const pineconeLegacyKey = defineSecret({
  id: 'pinecone-legacy-key',
  provider: 'Pinecone',
  kind: 'API key (old format)',
  formats: ['{uuid}'],
  assignedTo: ['pinecone'],
  can: 'read and change the indexes',
  revoke: 'at app.pinecone.io',
  references: ['https://docs.pinecone.io/guides/projects/manage-api-keys'],
});

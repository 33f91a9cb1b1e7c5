import { defineSecret } from './define-secret.ts';

export const vercelBlobToken = defineSecret({
  id: 'vercel-blob-token',
  provider: 'Vercel',
  kind: 'blob store token',
  formats: ['vercel_blob_rw_{base62:10-24}_{base62:24-40}'],
  can: 'read and change the store',
  revoke: 'in the project under Storage',
  references: ['https://vercel.com/docs/vercel-blob'],
});

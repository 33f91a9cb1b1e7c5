import { defineSecret } from './define-secret.ts';

export const mongodbAtlasSecret = defineSecret({
  id: 'mongodb-atlas-secret',
  provider: 'MongoDB Atlas',
  kind: 'service account secret',
  formats: ['mdb_sa_sk_{base64url:40}'],
  can: 'manage the clusters and their users',
  revoke: 'at cloud.mongodb.com under Access manager',
  references: ['https://www.mongodb.com/docs/atlas/api/service-accounts-overview/'],
});

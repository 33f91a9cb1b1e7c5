import { defineSecret } from './define-secret.ts';

export const cockroachCloudKey = defineSecret({
  id: 'cockroach-cloud-key',
  provider: 'CockroachDB Cloud',
  kind: 'API key',
  formats: ['CCDB1_{base62:22}_{base62:40}'],
  can: 'manage clusters and their users',
  revoke: 'at cockroachlabs.cloud under Access management',
  references: ['https://www.cockroachlabs.com/docs/cockroachcloud/managing-access'],
});

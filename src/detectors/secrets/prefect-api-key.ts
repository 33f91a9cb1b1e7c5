import { defineSecret } from './define-secret.ts';

export const prefectApiKey = defineSecret({
  id: 'prefect-api-key',
  provider: 'Prefect',
  kind: 'API key',
  formats: ['pnu_{base62:36}', 'pnb_{base62:36}'],
  can: 'read and run the flows of the workspace',
  revoke: 'at app.prefect.cloud/my/api-keys',
  references: ['https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys'],
});

import { defineSecret } from './define-secret.ts';

export const exoscaleApiKey = defineSecret({
  id: 'exoscale-api-key',
  provider: 'Exoscale',
  kind: 'API key',
  formats: ['EXO{hex:24}'],
  severity: 'high',
  can: 'sign requests with the secret that usually stands beside it',
  revoke: 'in the portal under IAM',
  references: ['https://community.exoscale.com/platform/iam/'],
});

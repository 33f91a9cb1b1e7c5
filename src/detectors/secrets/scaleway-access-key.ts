import { defineSecret } from './define-secret.ts';

export const scalewayAccessKey = defineSecret({
  id: 'scaleway-access-key',
  provider: 'Scaleway',
  kind: 'access key',
  formats: ['SCW{upper:17}'],
  severity: 'high',
  can: 'sign requests with the secret that usually stands beside it',
  revoke: 'at console.scaleway.com/iam/api-keys',
  references: ['https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/'],
});

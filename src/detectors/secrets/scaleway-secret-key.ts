import { defineSecret } from './define-secret.ts';

export const scalewaySecretKey = defineSecret({
  id: 'scaleway-secret-key',
  provider: 'Scaleway',
  kind: 'secret key',
  formats: ['{uuid}'],
  assignedTo: ['scaleway', 'scw'],
  can: 'act in the organisation as its owner',
  revoke: 'at console.scaleway.com/iam/api-keys',
  references: ['https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/'],
});

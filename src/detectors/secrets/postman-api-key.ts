import { defineSecret } from './define-secret.ts';

export const postmanApiKey = defineSecret({
  id: 'postman-api-key',
  provider: 'Postman',
  kind: 'API key',
  formats: ['PMAK-{hex:24}-{hex:34}'],
  can: 'read the collections and environments, with the secrets in them',
  revoke: 'at go.postman.co/settings/me/api-keys',
  references: ['https://learning.postman.com/docs/reference/postman-api/authentication/'],
});

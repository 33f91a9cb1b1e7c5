import { defineSecret } from './define-secret.ts';

export const oktaToken = defineSecret({
  id: 'okta-token',
  provider: 'Okta',
  kind: 'API token',
  formats: ['00{token:40}'],
  assignedTo: ['okta', 'ssws'],
  can: 'manage users, groups and applications as its owner',
  revoke: 'in the Admin Console under Security, API',
  references: ['https://developer.okta.com/docs/guides/create-an-api-token/'],
});

import { defineSecret } from './define-secret.ts';

export const auth0ClientSecret = defineSecret({
  id: 'auth0-client-secret',
  provider: 'Auth0',
  kind: 'client secret',
  formats: ['{base64url:64}'],
  assignedTo: ['auth0'],
  can: 'act as the application',
  revoke: 'at manage.auth0.com under Applications',
  references: ['https://auth0.com/docs/get-started/applications/application-settings'],
});

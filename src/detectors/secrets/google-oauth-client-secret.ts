import { defineSecret } from './define-secret.ts';

export const googleOauthClientSecret = defineSecret({
  id: 'google-oauth-client-secret',
  provider: 'Google',
  kind: 'OAuth client secret',
  formats: ['GOCSPX-{base64url:28}'],
  can: 'impersonate the application when it asks users for consent',
  revoke: 'at console.cloud.google.com/apis/credentials',
  references: ['https://developers.google.com/identity/protocols/oauth2'],
});

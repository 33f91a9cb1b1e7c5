import { defineSecret } from './define-secret.ts';

export const googleOauthAccessToken = defineSecret({
  id: 'google-oauth-access-token',
  provider: 'Google',
  kind: 'OAuth access token',
  formats: ['ya29.{base64url:50+}'],
  severity: 'high',
  can: 'act as the user or service account for about an hour',
  revoke: 'at myaccount.google.com/permissions',
  references: ['https://developers.google.com/identity/protocols/oauth2'],
});

import { defineSecret } from './define-secret.ts';

export const googleOauthRefreshToken = defineSecret({
  id: 'google-oauth-refresh-token',
  provider: 'Google',
  kind: 'OAuth refresh token',
  formats: ['1//0{base64url:90-120}'],
  can: 'obtain access tokens for the user that gave consent',
  revoke: 'at myaccount.google.com/permissions',
  references: ['https://developers.google.com/identity/protocols/oauth2'],
});

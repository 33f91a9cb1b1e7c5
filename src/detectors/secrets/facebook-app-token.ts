import { defineSecret } from './define-secret.ts';

export const facebookAppToken = defineSecret({
  id: 'facebook-app-token',
  provider: 'Facebook',
  kind: 'app access token',
  formats: ['{digits:15-16}|{base64url:27-40}'],
  near: ['facebook', 'fb_', 'fbtoken'],
  can: 'act as the application',
  revoke: "in the app's dashboard under Settings, Basic",
  references: ['https://developers.facebook.com/docs/facebook-login/guides/access-tokens/'],
});

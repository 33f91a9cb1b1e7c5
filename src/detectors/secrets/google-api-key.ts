import { defineSecret } from './define-secret.ts';

export const googleApiKey = defineSecret({
  id: 'google-api-key',
  provider: 'Google',
  kind: 'API key',
  formats: ['AIza{base64url:35}'],
  severity: 'high',
  can: 'call the APIs the key is not restricted from, at your cost',
  revoke: 'at console.cloud.google.com/apis/credentials',
  references: ['https://cloud.google.com/docs/authentication/api-keys'],
});

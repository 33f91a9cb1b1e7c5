import { defineSecret } from './define-secret.ts';

export const scalingoApiToken = defineSecret({
  id: 'scalingo-api-token',
  provider: 'Scalingo',
  kind: 'API token',
  formats: ['tk-us-{base64url:48}'],
  can: 'deploy and read the environment of the apps',
  revoke: 'at dashboard.scalingo.com/account/tokens',
  references: ['https://developers.scalingo.com/index#authentication'],
});

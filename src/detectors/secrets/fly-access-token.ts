import { defineSecret } from './define-secret.ts';

export const flyAccessToken = defineSecret({
  id: 'fly-access-token',
  provider: 'Fly.io',
  kind: 'access token',
  formats: ['fo1_{base64url:43}', 'fm1r_{base64:100+}', 'fm1a_{base64:100+}', 'fm2_{base64:95+}'],
  can: 'deploy and enter the machines of the app or organisation',
  revoke: 'with `fly tokens revoke`',
  references: ['https://fly.io/docs/security/tokens/'],
});

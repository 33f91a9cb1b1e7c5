import { defineSecret } from './define-secret.ts';

export const linearApiKey = defineSecret({
  id: 'linear-api-key',
  provider: 'Linear',
  kind: 'API key',
  formats: ['lin_api_{base62:40}', 'lin_oauth_{hex:64}'],
  can: 'read and change issues as its owner',
  revoke: 'at linear.app/settings/account/security',
  references: ['https://linear.app/developers/graphql'],
});

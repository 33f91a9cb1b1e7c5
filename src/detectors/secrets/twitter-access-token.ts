import { defineSecret } from './define-secret.ts';

export const twitterAccessToken = defineSecret({
  id: 'twitter-access-token',
  provider: 'X (Twitter)',
  kind: 'access token',
  formats: ['{digits:15-25}-{base62:20-40}'],
  assignedTo: ['twitter'],
  can: 'with its secret read and post as the user',
  revoke: 'at developer.x.com/en/portal',
  references: [
    'https://docs.x.com/resources/fundamentals/authentication/oauth-1-0a/obtaining-user-access-tokens',
  ],
});

import { defineSecret } from './define-secret.ts';

export const twitterBearerToken = defineSecret({
  id: 'twitter-bearer-token',
  provider: 'X (Twitter)',
  kind: 'bearer token',
  formats: ['AAAAAAAAAAAAAAAAAAAAA{percent:80-100}'],
  severity: 'high',
  can: 'read as the application',
  revoke: 'at developer.x.com/en/portal',
  references: ['https://docs.x.com/resources/fundamentals/authentication/oauth-2-0/application-only'],
});

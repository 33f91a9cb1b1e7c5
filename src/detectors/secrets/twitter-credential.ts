import { defineSecret } from './define-secret.ts';

export const twitterCredential = defineSecret({
  id: 'twitter-credential',
  provider: 'X (Twitter)',
  kind: 'API key or secret',
  formats: ['{base62:25}', '{base62:45}', '{base62:50}'],
  assignedTo: ['twitter'],
  can: 'read and post as the application or its user',
  revoke: 'at developer.x.com/en/portal',
  references: ['https://docs.x.com/resources/fundamentals/authentication/overview'],
});

import { defineSecret } from './define-secret.ts';

export const vercelToken = defineSecret({
  id: 'vercel-token',
  provider: 'Vercel',
  kind: 'access token',
  formats: ['{base62:24}'],
  assignedTo: ['vercel'],
  can: 'deploy projects and read their environment',
  revoke: 'at vercel.com/account/tokens',
  references: ['https://vercel.com/docs/rest-api'],
});

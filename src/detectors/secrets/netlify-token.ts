import { defineSecret } from './define-secret.ts';

export const netlifyToken = defineSecret({
  id: 'netlify-token',
  provider: 'Netlify',
  kind: 'personal access token',
  formats: ['nfp_{base62:36-40}'],
  can: 'deploy sites and read their environment',
  revoke: 'at app.netlify.com/user/applications',
  references: ['https://docs.netlify.com/api/get-started/'],
});

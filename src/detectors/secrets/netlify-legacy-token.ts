import { defineSecret } from './define-secret.ts';

export const netlifyLegacyToken = defineSecret({
  id: 'netlify-legacy-token',
  provider: 'Netlify',
  kind: 'personal access token (old format)',
  formats: ['{token:40-46}'],
  assignedTo: ['netlify'],
  can: 'deploy sites and read their environment',
  revoke: 'at app.netlify.com/user/applications',
  references: ['https://docs.netlify.com/api/get-started/'],
});

import { defineSecret } from './define-secret.ts';

export const renderApiKey = defineSecret({
  id: 'render-api-key',
  provider: 'Render',
  kind: 'API key',
  formats: ['rnd_{base62:24-40}'],
  can: 'deploy services and read their environment',
  revoke: 'at dashboard.render.com/u/settings',
  references: ['https://render.com/docs/api'],
});

import { defineSecret } from './define-secret.ts';

export const apifyToken = defineSecret({
  id: 'apify-token',
  provider: 'Apify',
  kind: 'API token',
  formats: ['apify_api_{base62:36}'],
  can: 'run actors and read their data',
  revoke: 'at console.apify.com/settings/integrations',
  references: ['https://docs.apify.com/platform/integrations/api'],
});

import { defineSecret } from './define-secret.ts';

export const metabaseApiKey = defineSecret({
  id: 'metabase-api-key',
  provider: 'Metabase',
  kind: 'API key',
  formats: ['mb_{base64:43}='],
  can: 'read the data that its group may see',
  revoke: 'in Metabase under Admin settings, API keys',
  references: ['https://www.metabase.com/docs/latest/people-and-groups/api-keys'],
});

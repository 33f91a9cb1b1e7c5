import { defineSecret } from './define-secret.ts';

export const algoliaApiKey = defineSecret({
  id: 'algolia-api-key',
  provider: 'Algolia',
  kind: 'API key',
  formats: ['{hex:32}'],
  assignedTo: ['algolia'],
  severity: 'high',
  can: 'with an admin key read and change the indexes; a search key only reads them',
  revoke: 'at dashboard.algolia.com/account/api-keys',
  references: ['https://www.algolia.com/doc/guides/security/api-keys/'],
});

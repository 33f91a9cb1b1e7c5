import { defineSecret } from './define-secret.ts';

export const airtableApiKey = defineSecret({
  id: 'airtable-api-key',
  provider: 'Airtable',
  kind: 'API key',
  formats: ['{base62:17}'],
  assignedTo: ['airtable'],
  can: 'read and change every base of its owner',
  revoke: 'at airtable.com/account',
  references: ['https://support.airtable.com/docs/airtable-api-key-deprecation-notice'],
});

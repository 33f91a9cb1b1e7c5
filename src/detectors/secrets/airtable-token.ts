import { defineSecret } from './define-secret.ts';

export const airtableToken = defineSecret({
  id: 'airtable-token',
  provider: 'Airtable',
  kind: 'personal access token',
  formats: ['pat{base62:14}.{hex:64}'],
  can: 'read and change the bases that its scopes name',
  revoke: 'at airtable.com/create/tokens',
  references: ['https://airtable.com/developers/web/guides/personal-access-tokens'],
});

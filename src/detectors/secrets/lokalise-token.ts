import { defineSecret } from './define-secret.ts';

export const lokaliseToken = defineSecret({
  id: 'lokalise-token',
  provider: 'Lokalise',
  kind: 'API token',
  formats: ['{hex:40}'],
  assignedTo: ['lokalise'],
  severity: 'high',
  can: 'read and change translations',
  revoke: 'at app.lokalise.com/profile',
  references: ['https://developers.lokalise.com/reference/api-authentication'],
});

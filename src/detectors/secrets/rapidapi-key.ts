import { defineSecret } from './define-secret.ts';

export const rapidapiKey = defineSecret({
  id: 'rapidapi-key',
  provider: 'RapidAPI',
  kind: 'application key',
  formats: ['{base64url:50}'],
  assignedTo: ['rapidapi', 'x-rapidapi'],
  can: 'call every API you subscribed to at your cost',
  revoke: 'at rapidapi.com/developer/apps',
  references: ['https://docs.rapidapi.com/docs/keys'],
});

import { defineSecret } from './define-secret.ts';

export const squarespaceToken = defineSecret({
  id: 'squarespace-token',
  provider: 'Squarespace',
  kind: 'API key',
  formats: ['{uuid}'],
  assignedTo: ['squarespace'],
  can: 'read orders and change the shop',
  revoke: 'in the site under Developer tools',
  references: ['https://developers.squarespace.com/commerce-apis/authentication-and-permissions'],
});

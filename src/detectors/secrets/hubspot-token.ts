import { defineSecret } from './define-secret.ts';

export const hubspotToken = defineSecret({
  id: 'hubspot-token',
  provider: 'HubSpot',
  kind: 'private app token',
  formats: ['pat-na1-{uuid}', 'pat-eu1-{uuid}', 'pat-na2-{uuid}'],
  can: 'read and change the customer records',
  revoke: 'in HubSpot under Settings, Private apps',
  references: ['https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview'],
});

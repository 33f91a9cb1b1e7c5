import { defineSecret } from './define-secret.ts';

export const hubspotLegacyKey = defineSecret({
  id: 'hubspot-legacy-key',
  provider: 'HubSpot',
  kind: 'API key',
  formats: ['{uuid}'],
  assignedTo: ['hubspot'],
  can: 'read and change the customer records',
  revoke: 'in HubSpot under Settings, Integrations',
  references: ['https://developers.hubspot.com/changelog/upcoming-api-key-sunset'],
});

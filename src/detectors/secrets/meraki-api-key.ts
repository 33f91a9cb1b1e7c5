import { defineSecret } from './define-secret.ts';

export const merakiApiKey = defineSecret({
  id: 'meraki-api-key',
  provider: 'Cisco Meraki',
  kind: 'API key',
  formats: ['{hex:40}'],
  assignedTo: ['meraki'],
  can: 'change the networks of the organisation',
  revoke: 'at dashboard.meraki.com under My profile',
  references: ['https://developer.cisco.com/meraki/api-v1/authorization/'],
});

import { defineSecret } from './define-secret.ts';

export const freshdeskApiKey = defineSecret({
  id: 'freshdesk-api-key',
  provider: 'Freshdesk',
  kind: 'API key',
  formats: ['{base62:20}'],
  assignedTo: ['freshdesk'],
  can: 'read and answer tickets as its owner',
  revoke: 'in Freshdesk under Profile settings',
  references: ['https://developers.freshdesk.com/api/#authentication'],
});

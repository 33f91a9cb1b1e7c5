import { defineSecret } from './define-secret.ts';

export const beamerApiKey = defineSecret({
  id: 'beamer-api-key',
  provider: 'Beamer',
  kind: 'API key',
  formats: ['b_{token:44}'],
  assignedTo: ['beamer'],
  severity: 'high',
  can: 'read and publish announcements',
  revoke: 'at app.getbeamer.com/settings',
  references: ['https://www.getbeamer.com/api'],
});

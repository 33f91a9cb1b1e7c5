import { defineSecret } from './define-secret.ts';

export const messagebirdClientId = defineSecret({
  id: 'messagebird-client-id',
  provider: 'MessageBird',
  kind: 'client ID',
  formats: ['{uuid}'],
  assignedTo: ['messagebird'],
  severity: 'low',
  can: 'name your application; with the secret, act as it',
  revoke: 'at dashboard.messagebird.com',
  references: ['https://developers.messagebird.com/api/'],
});

import { defineSecret } from './define-secret.ts';

export const messagebirdKey = defineSecret({
  id: 'messagebird-key',
  provider: 'MessageBird',
  kind: 'access key',
  formats: ['{base62:25}'],
  assignedTo: ['messagebird'],
  can: 'send messages at your cost',
  revoke: 'at dashboard.messagebird.com/developers/access',
  references: ['https://developers.messagebird.com/api/#authentication'],
});

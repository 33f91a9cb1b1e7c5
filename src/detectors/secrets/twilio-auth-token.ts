import { defineSecret } from './define-secret.ts';

export const twilioAuthToken = defineSecret({
  id: 'twilio-auth-token',
  provider: 'Twilio',
  kind: 'auth token',
  formats: ['{hex:32}'],
  assignedTo: ['twilio'],
  can: 'send messages and place calls at your cost',
  revoke: 'at console.twilio.com',
  references: ['https://www.twilio.com/docs/iam/api/authtoken'],
});

import { defineSecret } from './define-secret.ts';

export const twilioApiKey = defineSecret({
  id: 'twilio-api-key',
  provider: 'Twilio',
  kind: 'API key',
  formats: ['SK{hex:32}'],
  severity: 'high',
  can: 'with its secret send messages and place calls at your cost',
  revoke: 'at console.twilio.com under API keys',
  references: ['https://www.twilio.com/docs/iam/api-keys'],
});

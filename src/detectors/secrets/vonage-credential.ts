import { defineSecret } from './define-secret.ts';

export const vonageCredential = defineSecret({
  id: 'vonage-credential',
  provider: 'Vonage',
  kind: 'API secret',
  formats: ['{base62:16}'],
  assignedTo: ['vonage', 'nexmo'],
  can: 'send messages and place calls at your cost',
  revoke: 'at dashboard.nexmo.com/settings',
  references: ['https://developer.vonage.com/en/getting-started/concepts/authentication'],
});

import { defineSecret } from './define-secret.ts';

export const flutterwavePublicKey = defineSecret({
  id: 'flutterwave-public-key',
  provider: 'Flutterwave',
  kind: 'public key',
  formats: ['FLWPUBK-{hex:32}-X', 'FLWPUBK_TEST-{lower:32}-X'],
  severity: 'low',
  can: 'start payments in your name',
  revoke: 'in the dashboard under API keys',
  references: ['https://developer.flutterwave.com/docs/authentication'],
});

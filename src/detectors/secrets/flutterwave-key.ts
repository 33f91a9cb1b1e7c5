import { defineSecret } from './define-secret.ts';

export const flutterwaveKey = defineSecret({
  id: 'flutterwave-key',
  provider: 'Flutterwave',
  kind: 'secret or encryption key',
  formats: ['FLWSECK-{hex:32}-X', 'FLWSECK-{hex:12}', 'FLWSECK_TEST-{lower:32}-X', 'FLWSECK_TEST-{lower:12}'],
  can: 'take, refund and pay out',
  revoke: 'in the dashboard under API keys',
  references: ['https://developer.flutterwave.com/docs/authentication'],
});

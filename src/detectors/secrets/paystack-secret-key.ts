import { defineSecret } from './define-secret.ts';

export const paystackSecretKey = defineSecret({
  id: 'paystack-secret-key',
  provider: 'Paystack',
  kind: 'secret key',
  formats: ['sk_live_{hex:40}', 'sk_test_{hex:40}'],
  near: ['paystack'],
  can: 'move money',
  references: ['https://paystack.com/docs/api/authentication/'],
});

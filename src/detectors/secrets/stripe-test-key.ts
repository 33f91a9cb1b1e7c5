import { defineSecret } from './define-secret.ts';

export const stripeTestKey = defineSecret({
  id: 'stripe-test-key',
  provider: 'Stripe',
  kind: 'test key',
  formats: ['sk_test_{base62:10-99}', 'rk_test_{base62:10-99}'],
  severity: 'low',
  can: 'read and change the test data of the account',
  revoke: 'at dashboard.stripe.com/test/apikeys',
  references: ['https://docs.stripe.com/keys'],
});

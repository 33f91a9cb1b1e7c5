import { defineSecret } from './define-secret.ts';

export const stripeSecretKey = defineSecret({
  id: 'stripe-secret-key',
  provider: 'Stripe',
  kind: 'secret key',
  formats: [
    'sk_live_{base62:10-99}',
    'rk_live_{base62:10-99}',
    'sk_prod_{base62:10-99}',
    'rk_prod_{base62:10-99}',
  ],
  can: 'read customers and payments, refund and pay out',
  revoke: 'at dashboard.stripe.com/apikeys',
  references: ['https://docs.stripe.com/keys'],
});

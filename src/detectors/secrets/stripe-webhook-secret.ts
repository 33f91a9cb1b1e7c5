import { defineSecret } from './define-secret.ts';

export const stripeWebhookSecret = defineSecret({
  id: 'stripe-webhook-secret',
  provider: 'Stripe',
  kind: 'webhook signing secret',
  formats: ['whsec_{base62:32-64}'],
  can: "forge events that the application takes for Stripe's",
  revoke: 'by rolling the secret of the webhook endpoint',
  references: ['https://docs.stripe.com/webhooks'],
});

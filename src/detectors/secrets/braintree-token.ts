import { defineSecret } from './define-secret.ts';

export const braintreeToken = defineSecret({
  id: 'braintree-token',
  provider: 'Braintree',
  kind: 'access token',
  formats: ['access_token$production${lower:16}${hex:32}', 'access_token$sandbox${lower:16}${hex:32}'],
  can: 'take and refund payments',
  revoke: 'in the Braintree control panel under API keys',
  references: ['https://developer.paypal.com/braintree/docs/guides/credentials'],
});

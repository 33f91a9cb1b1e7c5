import { defineSecret } from './define-secret.ts';

export const checkoutComSecretKey = defineSecret({
  id: 'checkout-com-secret-key',
  provider: 'Checkout.com',
  kind: 'secret key',
  formats: ['sk_{lower:26}{dashed:1}'],
  assignedTo: ['checkout', 'cko'],
  can: 'charge and refund',
  references: ['https://www.checkout.com/docs/developer-resources/api/manage-api-keys'],
});

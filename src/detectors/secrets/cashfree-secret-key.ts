import { defineSecret } from './define-secret.ts';

export const cashfreeSecretKey = defineSecret({
  id: 'cashfree-secret-key',
  provider: 'Cashfree',
  kind: 'secret key',
  formats: ['cfsk_ma_prod_{hex:32}_{hex:8}'],
  can: 'move money',
  references: ['https://www.cashfree.com/docs/api-reference/authentication'],
});

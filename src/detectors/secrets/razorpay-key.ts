import { defineSecret } from './define-secret.ts';

export const razorpayKey = defineSecret({
  id: 'razorpay-key',
  provider: 'Razorpay',
  kind: 'API key',
  formats: ['rzp_live_{base62:14}', 'rzp_test_{base62:14}'],
  severity: 'high',
  can: 'with its secret take and refund payments',
  revoke: 'at dashboard.razorpay.com/app/keys',
  references: ['https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/'],
});

import { defineSecret } from './define-secret.ts';

export const midtransServerKey = defineSecret({
  id: 'midtrans-server-key',
  provider: 'Midtrans',
  kind: 'server key',
  formats: ['Mid-server-{base64url:24}'],
  can: 'charge and refund',
  references: ['https://docs.midtrans.com/docs/access-keys'],
});

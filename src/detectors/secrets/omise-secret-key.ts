import { defineSecret } from './define-secret.ts';

export const omiseSecretKey = defineSecret({
  id: 'omise-secret-key',
  provider: 'Omise',
  kind: 'secret key',
  formats: ['skey_{lower:19}'],
  can: 'charge and refund',
  references: ['https://docs.omise.co/api-authentication'],
});

import { defineSecret } from './define-secret.ts';

export const ageSecretKey = defineSecret({
  id: 'age-secret-key',
  provider: 'age',
  kind: 'secret key',
  formats: ['AGE-SECRET-KEY-1{upper:58}'],
  can: 'decrypt what was encrypted to its recipient',
  revoke: 'by encrypting everything anew to another recipient',
  references: ['https://age-encryption.org/v1'],
});

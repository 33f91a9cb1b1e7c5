import { defineSecret } from './define-secret.ts';

export const freemiusSecretKey = defineSecret({
  id: 'freemius-secret-key',
  provider: 'Freemius',
  kind: 'secret key',
  formats: ['sk_{graphic:29}'],
  assignedTo: ['secret_key', 'freemius'],
  // Other providers use the same prefix, but letters and digits only.
  isValid: secret => /[^0-9A-Za-z_]/.test(secret),
  sample: sample => `${sample.slice(0, 12)}#&${sample.slice(14)}`,
  can: 'read customers and licences',
  revoke: 'in the Freemius dashboard',
  references: ['https://docs.freemius.com/api'],
});

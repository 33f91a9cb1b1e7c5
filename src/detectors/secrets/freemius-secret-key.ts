import { defineSecret } from './define-secret.ts';

export const freemiusSecretKey = defineSecret({
  id: 'freemius-secret-key',
  provider: 'Freemius',
  kind: 'secret key',
  formats: ['sk_{graphic:29}'],
  assignedTo: ['secret_key'],
  can: 'read customers and licences',
  revoke: 'in the Freemius dashboard',
  references: ['https://docs.freemius.com/api'],
});

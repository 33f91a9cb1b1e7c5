import { defineSecret } from './define-secret.ts';

export const finicityCredential = defineSecret({
  id: 'finicity-credential',
  provider: 'Finicity',
  kind: 'token or client secret',
  formats: ['{hex:32}', '{lower:20}'],
  assignedTo: ['finicity'],
  can: 'read the bank accounts that customers connected',
  revoke: 'at developer.mastercard.com',
  references: ['https://developer.mastercard.com/open-banking-us/documentation/'],
});

import { defineSecret } from './define-secret.ts';

export const modalToken = defineSecret({
  id: 'modal-token',
  provider: 'Modal',
  kind: 'token',
  formats: ['as-{base62:22}'],
  assignedTo: ['modal'],
  can: 'run code on the account',
  references: ['https://modal.com/docs/reference/modal.config'],
});

import { defineSecret } from './define-secret.ts';

export const freshbooksToken = defineSecret({
  id: 'freshbooks-token',
  provider: 'FreshBooks',
  kind: 'access token',
  formats: ['{lower:64}'],
  assignedTo: ['freshbooks'],
  can: 'read and change invoices',
  revoke: 'at my.freshbooks.com under Developer portal',
  references: ['https://www.freshbooks.com/api/authentication'],
});

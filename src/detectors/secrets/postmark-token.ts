import { defineSecret } from './define-secret.ts';

export const postmarkToken = defineSecret({
  id: 'postmark-token',
  provider: 'Postmark',
  kind: 'server token',
  formats: ['{uuid}'],
  assignedTo: ['postmark'],
  can: 'send mail in your name and read who receives it',
  revoke: 'at account.postmarkapp.com/servers',
  references: ['https://postmarkapp.com/developer/api/overview#authentication'],
});

import { defineSecret } from './define-secret.ts';

export const mailjetKey = defineSecret({
  id: 'mailjet-key',
  provider: 'Mailjet',
  kind: 'API key or secret',
  formats: ['{hex:32}'],
  assignedTo: ['mailjet'],
  can: 'send mail in your name and read who receives it',
  revoke: 'at app.mailjet.com/account/apikeys',
  references: ['https://dev.mailjet.com/email/reference/overview/authentication/'],
});

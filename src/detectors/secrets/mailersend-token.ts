import { defineSecret } from './define-secret.ts';

export const mailersendToken = defineSecret({
  id: 'mailersend-token',
  provider: 'MailerSend',
  kind: 'API token',
  formats: ['mlsn.{hex:64}'],
  can: 'send mail as the domain',
  references: ['https://developers.mailersend.com/general.html#authentication'],
});

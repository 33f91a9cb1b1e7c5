import { defineSecret } from './define-secret.ts';

export const mailgunKey = defineSecret({
  id: 'mailgun-key',
  provider: 'Mailgun',
  kind: 'API key',
  formats: ['key-{hex:32}', '{hex:32}-{hex:8}-{hex:8}', 'pubkey-{hex:32}'],
  near: ['mailgun', 'key-'],
  can: 'send mail in your name and read who receives it',
  revoke: 'at app.mailgun.com/settings/api_security',
  references: ['https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth'],
});

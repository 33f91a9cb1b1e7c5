import { defineSecret } from './define-secret.ts';

export const sendgridApiKey = defineSecret({
  id: 'sendgrid-api-key',
  provider: 'SendGrid',
  kind: 'API key',
  formats: ['SG.{base64url:22}.{base64url:43}', 'SG.{dotted:66}'],
  can: 'send mail in your name and read its statistics',
  revoke: 'at app.sendgrid.com/settings/api_keys',
  references: ['https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys'],
});

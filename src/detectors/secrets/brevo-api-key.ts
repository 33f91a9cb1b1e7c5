import { defineSecret } from './define-secret.ts';

export const brevoApiKey = defineSecret({
  id: 'brevo-api-key',
  provider: 'Brevo',
  kind: 'API key',
  formats: ['xkeysib-{hex:64}-{base62:16}', 'xsmtpsib-{hex:64}-{base62:16}'],
  can: 'send mail in your name and read who receives it',
  revoke: 'at app.brevo.com/settings/keys/api',
  references: ['https://developers.brevo.com/docs/getting-started'],
});

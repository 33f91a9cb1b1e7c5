import { defineSecret } from './define-secret.ts';

export const resendApiKey = defineSecret({
  id: 'resend-api-key',
  provider: 'Resend',
  kind: 'API key',
  formats: ['re_{base62:8}_{base62:24}'],
  can: 'send mail in your name and read who receives it',
  revoke: 'at resend.com/api-keys',
  references: ['https://resend.com/docs/api-reference/introduction'],
});

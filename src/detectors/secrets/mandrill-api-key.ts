import { defineSecret } from './define-secret.ts';

export const mandrillApiKey = defineSecret({
  id: 'mandrill-api-key',
  provider: 'Mailchimp Transactional',
  kind: 'API key',
  formats: ['md-{base64url:22}'],
  can: 'send mail in your name and read who receives it',
  revoke: 'at mandrillapp.com/settings',
  references: ['https://mailchimp.com/developer/transactional/docs/fundamentals/'],
});

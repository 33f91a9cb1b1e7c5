import { defineSecret } from './define-secret.ts';

export const mailchimpApiKey = defineSecret({
  id: 'mailchimp-api-key',
  provider: 'Mailchimp',
  kind: 'API key',
  formats: ['{hex:32}-us{digits:1-2}'],
  assignedTo: ['mailchimp'],
  can: 'read and change audiences and send campaigns',
  revoke: 'at admin.mailchimp.com/account/api',
  references: ['https://mailchimp.com/developer/marketing/docs/fundamentals/'],
});

import { defineSecret } from './define-secret.ts';

export const sparkpostApiKey = defineSecret({
  id: 'sparkpost-api-key',
  provider: 'SparkPost',
  kind: 'API key',
  formats: ['{hex:40}'],
  assignedTo: ['sparkpost'],
  can: 'send mail in your name and read who receives it',
  revoke: 'at app.sparkpost.com/account/api-keys',
  references: ['https://developers.sparkpost.com/api/'],
});

import { defineSecret } from './define-secret.ts';

export const deepgramApiKey = defineSecret({
  id: 'deepgram-api-key',
  provider: 'Deepgram',
  kind: 'API key',
  formats: ['{hex:40}'],
  assignedTo: ['deepgram'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at console.deepgram.com',
  references: ['https://developers.deepgram.com/docs/create-additional-api-keys'],
});

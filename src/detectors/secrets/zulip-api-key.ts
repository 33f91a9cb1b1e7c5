import { defineSecret } from './define-secret.ts';

export const zulipApiKey = defineSecret({
  id: 'zulip-api-key',
  provider: 'Zulip',
  kind: 'API key',
  formats: ['{base62:32}'],
  assignedTo: ['zulip'],
  can: 'read and post as the bot or user',
  revoke: 'in Zulip under Settings, Bots',
  references: ['https://zulip.com/api/api-keys'],
});

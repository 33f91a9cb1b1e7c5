import { defineSecret } from './define-secret.ts';

export const sendbirdToken = defineSecret({
  id: 'sendbird-token',
  provider: 'Sendbird',
  kind: 'API token',
  formats: ['{hex:40}'],
  assignedTo: ['sendbird'],
  can: 'read and send messages as every user',
  revoke: 'at dashboard.sendbird.com',
  references: ['https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api'],
});

import { defineSecret } from './define-secret.ts';

export const sendbirdApplicationId = defineSecret({
  id: 'sendbird-application-id',
  provider: 'Sendbird',
  kind: 'application ID',
  formats: ['{uuid}'],
  assignedTo: ['sendbird'],
  severity: 'low',
  can: 'connect to the application when it allows users without tokens',
  revoke: 'at dashboard.sendbird.com',
  references: ['https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api'],
});

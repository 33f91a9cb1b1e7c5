import { defineSecret } from './define-secret.ts';

export const twitchToken = defineSecret({
  id: 'twitch-token',
  provider: 'Twitch',
  kind: 'access token or client secret',
  formats: ['{lower:30}'],
  assignedTo: ['twitch'],
  can: 'act as the user or application',
  revoke: 'at dev.twitch.tv/console/apps',
  references: ['https://dev.twitch.tv/docs/authentication/'],
});

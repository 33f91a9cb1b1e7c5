import { defineSecret } from './define-secret.ts';

export const discordClientId = defineSecret({
  id: 'discord-client-id',
  provider: 'Discord',
  kind: 'client ID',
  formats: ['{digits:17-20}'],
  assignedTo: ['discord'],
  notAssignedTo: ['guild', 'channel', 'role', 'user', 'message', 'owner', 'category', 'emoji', 'webhook'],
  severity: 'low',
  can: 'name your application; with the secret, act as it',
  revoke: 'at discord.com/developers/applications',
  references: ['https://docs.discord.com/developers/topics/oauth2'],
});

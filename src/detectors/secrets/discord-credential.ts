import { defineSecret } from './define-secret.ts';

export const discordCredential = defineSecret({
  id: 'discord-credential',
  provider: 'Discord',
  kind: 'token or client secret',
  formats: ['{hex:64}', '{base64url:32}'],
  assignedTo: ['discord'],
  can: 'act as the application',
  revoke: 'at discord.com/developers/applications',
  references: ['https://docs.discord.com/developers/topics/oauth2'],
});

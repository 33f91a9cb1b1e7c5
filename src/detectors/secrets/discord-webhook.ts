import { defineSecret } from './define-secret.ts';

export const discordWebhook = defineSecret({
  id: 'discord-webhook',
  provider: 'Discord',
  kind: 'webhook URL',
  formats: [
    'discord.com/api/webhooks/{digits:17-20}/{base64url:60-80}',
    'discordapp.com/api/webhooks/{digits:17-20}/{base64url:60-80}',
  ],
  severity: 'high',
  can: 'post into the channel',
  revoke: "in the channel's settings under Integrations, Webhooks",
  references: ['https://docs.discord.com/developers/resources/webhook'],
});

import { defineSecret } from './define-secret.ts';

export const discordBotToken = defineSecret({
  id: 'discord-bot-token',
  provider: 'Discord',
  kind: 'bot token',
  formats: [
    'M{base64url:23-27}.{base64url:6}.{base64url:27-38}',
    'N{base64url:23-27}.{base64url:6}.{base64url:27-38}',
    'O{base64url:23-27}.{base64url:6}.{base64url:27-38}',
  ],
  near: ['discord', 'bot_token', 'bottoken'],
  can: 'act as the bot in every server it joined',
  revoke: 'at discord.com/developers/applications',
  references: ['https://docs.discord.com/developers/reference#authentication'],
});

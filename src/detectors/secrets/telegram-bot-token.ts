import { defineSecret } from './define-secret.ts';

export const telegramBotToken = defineSecret({
  id: 'telegram-bot-token',
  provider: 'Telegram',
  kind: 'bot token',
  formats: ['{digits:5-16}:A{base64url:34}'],
  can: 'read and send messages as the bot',
  revoke: 'by sending /revoke to @BotFather',
  references: ['https://core.telegram.org/bots/api#authorizing-your-bot'],
});

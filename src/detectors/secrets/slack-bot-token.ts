import { defineSecret } from './define-secret.ts';

export const slackBotToken = defineSecret({
  id: 'slack-bot-token',
  provider: 'Slack',
  kind: 'bot token',
  formats: ['xoxb-{digits:8-14}-{digits:8-14}-{base62:18-34}', 'xoxb-{digits:8-14}-{base62:18-26}'],
  can: 'read and post wherever the bot is a member',
  revoke: 'at api.slack.com/apps under OAuth & Permissions',
  references: ['https://docs.slack.dev/authentication/tokens'],
});

import { defineSecret } from './define-secret.ts';

export const slackWebhook = defineSecret({
  id: 'slack-webhook',
  provider: 'Slack',
  kind: 'webhook URL',
  formats: [
    'hooks.slack.com/services/{path:43-56}',
    'hooks.slack.com/workflows/{path:43-70}',
    'hooks.slack.com/triggers/{path:43-70}',
  ],
  severity: 'high',
  can: 'post into the channel or start the workflow',
  revoke: 'at api.slack.com/apps under Incoming Webhooks',
  references: ['https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks'],
});

import { defineSecret } from './define-secret.ts';

export const googleChatWebhook = defineSecret({
  id: 'google-chat-webhook',
  provider: 'Google Chat',
  kind: 'webhook URL',
  formats: [
    'chat.googleapis.com/v1/spaces/{base64url:8-14}/messages?key={base64url:39}&token={percent:40-60}',
  ],
  severity: 'high',
  can: 'post into the space',
  references: ['https://developers.google.com/workspace/chat/quickstart/webhooks'],
});

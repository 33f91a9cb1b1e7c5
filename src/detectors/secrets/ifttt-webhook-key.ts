import { defineSecret } from './define-secret.ts';

export const iftttWebhookKey = defineSecret({
  id: 'ifttt-webhook-key',
  provider: 'IFTTT',
  kind: 'webhook key',
  formats: ['maker.ifttt.com/use/{base64url:22-43}'],
  severity: 'medium',
  can: 'start the applets',
  references: ['https://ifttt.com/maker_webhooks'],
});

import { defineSecret } from './define-secret.ts';

export const zapierWebhook = defineSecret({
  id: 'zapier-webhook',
  provider: 'Zapier',
  kind: 'webhook URL',
  formats: ['hooks.zapier.com/hooks/catch/{digits:5-10}/{lower:5-10}'],
  severity: 'high',
  can: 'start the Zap with data of their choice',
  revoke: 'in the Zap by making a new trigger',
  references: ['https://help.zapier.com/hc/en-us/articles/8496288690317'],
});

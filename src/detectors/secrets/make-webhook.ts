import { defineSecret } from './define-secret.ts';

export const makeWebhook = defineSecret({
  id: 'make-webhook',
  provider: 'Make',
  kind: 'webhook URL',
  formats: [
    'hook.eu1.make.com/{lower:32}',
    'hook.eu2.make.com/{lower:32}',
    'hook.us1.make.com/{lower:32}',
    'hook.us2.make.com/{lower:32}',
  ],
  severity: 'medium',
  can: 'start the scenario with data of their choice',
  references: ['https://help.make.com/webhooks'],
});

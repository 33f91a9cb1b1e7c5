import { defineSecret } from './define-secret.ts';

export const onesignalApiKey = defineSecret({
  id: 'onesignal-api-key',
  provider: 'OneSignal',
  kind: 'REST API key',
  formats: ['os_v2_app_{lower:100-110}', 'os_v2_org_{lower:100-110}'],
  can: 'send notifications to every subscriber',
  revoke: 'at dashboard.onesignal.com under Keys & IDs',
  references: ['https://documentation.onesignal.com/docs/en/keys-and-ids'],
});

import { defineSecret } from './define-secret.ts';

export const wakatimeKey = defineSecret({
  id: 'wakatime-key',
  provider: 'WakaTime',
  kind: 'API key',
  formats: ['waka_{uuid}'],
  severity: 'medium',
  can: 'read your coding activity',
  revoke: 'at wakatime.com/settings/account',
  references: ['https://wakatime.com/developers#authentication'],
});

import { defineSecret } from './define-secret.ts';

export const lobApiKey = defineSecret({
  id: 'lob-api-key',
  provider: 'Lob',
  kind: 'API key',
  formats: ['live_{hex:35}', 'test_{hex:35}', 'live_pub_{hex:31}', 'test_pub_{hex:31}'],
  can: 'send letters at your cost and read addresses',
  revoke: 'at dashboard.lob.com/settings/api-keys',
  references: ['https://docs.lob.com/#tag/Authentication'],
});

import { defineSecret } from './define-secret.ts';

export const honeybadgerToken = defineSecret({
  id: 'honeybadger-token',
  provider: 'Honeybadger',
  kind: 'API key',
  formats: ['hbp_{base62:36}'],
  severity: 'high',
  can: 'send and read errors',
  references: ['https://docs.honeybadger.io/api/getting-started/'],
});

import { defineSecret } from './define-secret.ts';

export const browserbaseApiKey = defineSecret({
  id: 'browserbase-api-key',
  provider: 'Browserbase',
  kind: 'API key',
  formats: ['bb_live_{base64url:27}'],
  severity: 'high',
  can: 'run browsers at your cost and read their sessions',
  references: ['https://docs.browserbase.com/reference/introduction'],
});

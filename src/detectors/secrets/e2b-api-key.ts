import { defineSecret } from './define-secret.ts';

export const e2bApiKey = defineSecret({
  id: 'e2b-api-key',
  provider: 'E2B',
  kind: 'API key',
  formats: ['e2b_{hex:40}'],
  can: 'run code in sandboxes at your cost',
  revoke: 'at e2b.dev/dashboard',
  references: ['https://e2b.dev/docs/api-key'],
});

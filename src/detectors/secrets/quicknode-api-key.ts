import { defineSecret } from './define-secret.ts';

export const quicknodeApiKey = defineSecret({
  id: 'quicknode-api-key',
  provider: 'QuickNode',
  kind: 'API key',
  formats: ['QN_{hex:32}'],
  severity: 'high',
  can: 'change the endpoints',
  references: ['https://www.quicknode.com/docs/console-api/getting-started'],
});

import { defineSecret } from './define-secret.ts';

export const llamacloudApiKey = defineSecret({
  id: 'llamacloud-api-key',
  provider: 'LlamaCloud',
  kind: 'API key',
  formats: ['llx-{base62:48}'],
  severity: 'high',
  can: 'parse documents at your cost and read them',
  references: ['https://docs.cloud.llamaindex.ai/'],
});

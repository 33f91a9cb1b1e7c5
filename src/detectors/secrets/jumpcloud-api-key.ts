import { defineSecret } from './define-secret.ts';

export const jumpcloudApiKey = defineSecret({
  id: 'jumpcloud-api-key',
  provider: 'JumpCloud',
  kind: 'API key',
  formats: ['jca_{base62:36}'],
  can: 'manage the directory',
  references: ['https://docs.jumpcloud.com/api/1.0/index.html'],
});

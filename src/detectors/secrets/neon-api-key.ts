import { defineSecret } from './define-secret.ts';

export const neonApiKey = defineSecret({
  id: 'neon-api-key',
  provider: 'Neon',
  kind: 'API key',
  formats: ['napi_{lower:64}'],
  can: 'create, read and delete databases',
  revoke: 'at console.neon.tech/app/settings/api-keys',
  references: ['https://neon.com/docs/manage/api-keys'],
});

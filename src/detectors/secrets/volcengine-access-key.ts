import { defineSecret } from './define-secret.ts';

export const volcengineAccessKey = defineSecret({
  id: 'volcengine-access-key',
  provider: 'Volcengine',
  kind: 'access key',
  formats: ['AKLT{base62:30-60}'],
  can: 'use the cloud account',
  references: ['https://www.volcengine.com/docs/6291/65568'],
});

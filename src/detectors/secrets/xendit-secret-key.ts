import { defineSecret } from './define-secret.ts';

export const xenditSecretKey = defineSecret({
  id: 'xendit-secret-key',
  provider: 'Xendit',
  kind: 'secret key',
  formats: ['xnd_production_{base62:40-80}', 'xnd_development_{base62:40-80}'],
  can: 'move money',
  references: ['https://docs.xendit.co/docs/api-keys'],
});

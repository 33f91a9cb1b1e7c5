import { defineSecret } from './define-secret.ts';

export const xataApiKey = defineSecret({
  id: 'xata-api-key',
  provider: 'Xata',
  kind: 'API key',
  formats: ['xau_{base62:40}'],
  can: 'read and change the databases',
  references: ['https://xata.io/docs/concepts/api-keys'],
});

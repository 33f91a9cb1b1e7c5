import { defineSecret } from './define-secret.ts';

export const closeApiKey = defineSecret({
  id: 'close-api-key',
  provider: 'Close',
  kind: 'API key',
  formats: ['api_{base62:22}.{base62:22}'],
  can: 'read and change the customers',
  references: ['https://developer.close.com/topics/authentication/'],
});

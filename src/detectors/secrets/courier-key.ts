import { defineSecret } from './define-secret.ts';

export const courierKey = defineSecret({
  id: 'courier-key',
  provider: 'Courier',
  kind: 'API key',
  formats: ['pk_prod_{base32:28}', 'pk_prod_{base62:28}'],
  can: 'send messages as the workspace',
  references: ['https://www.courier.com/docs/reference/auth/intro'],
});

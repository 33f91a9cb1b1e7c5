import { defineSecret } from './define-secret.ts';

export const coralogixKey = defineSecret({
  id: 'coralogix-key',
  provider: 'Coralogix',
  kind: 'API key',
  formats: ['cxtp_{base62:30}', 'cxup_{base62:30}'],
  can: 'read or write the logs',
  references: ['https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/'],
});

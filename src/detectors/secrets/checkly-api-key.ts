import { defineSecret } from './define-secret.ts';

export const checklyApiKey = defineSecret({
  id: 'checkly-api-key',
  provider: 'Checkly',
  kind: 'API key',
  formats: ['cu_{hex:32}'],
  can: 'read and change the checks',
  references: ['https://www.checklyhq.com/docs/accounts-and-users/creating-api-key/'],
});

import { defineSecret } from './define-secret.ts';

export const oryToken = defineSecret({
  id: 'ory-token',
  provider: 'Ory',
  kind: 'API key or token',
  formats: ['ory_pat_{base62:32}', 'ory_apikey_{base62:32}', 'ory_wak_{base62:32}'],
  can: 'manage the identities of the project',
  references: ['https://www.ory.sh/docs/concepts/personal-access-token'],
});
